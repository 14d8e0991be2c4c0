import Casework
import Kernel
import Office

/// Sends the same to several services at once, of the customer's own accord: what each would see is read before it is
/// sent (G-035).
struct OwnPacketForm: OwnForm {
    static let name = OwnFormName.packet
    static var title: String { OwnPacketWords.title() }
    static var button: String { OwnPacketWords.button() }
    static var checkButton: String? { OwnPacketWords.check() }
    static let said = Said.meShared
    static let back = SiteURL.meSharing

    let opened: OpenedCase
    /// Everybody of the partnership, with what each sees already beside the name.
    let services: [Choice]
    let names: [String: String]
    let purposes: [SharingPurpose]
    let most: Int
    let benefits: [(String, String)]
    let usual: CalendarDay
    let last: CalendarDay

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        let matrix = own.visit.office.sharing
        let services = try await own.partnership(without: [])
        return OwnPacketForm(
            opened: own.opened, services: services.map(\.choice),
            names: Dictionary(uniqueKeysWithValues: services.map { ($0.id.description, $0.name) }),
            purposes: matrix.asked.filter { Packet.kinds.contains(where: $0.takes) }, most: matrix.packetServices,
            benefits: own.benefits, usual: own.today.adding(months: matrix.consentMonths),
            last: own.today.adding(months: matrix.consentMonthsAtMost))
    }

    /// No service, no kind and no purpose is chosen at first, as in `OwnShareForm`.
    var initial: FormFields {
        FormFields([
            ("until-day", String(usual.day)), ("until-month", String(usual.month)), ("until-year", String(usual.year)),
        ])
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { OwnPacketWords.lead() }
            p { OwnPacketWords.sameHelp() }
            Checkboxes(
                "recipient", label: OwnPacketWords.who(), hint: OwnPacketWords.whoHint(most), services, in: state)
            Checkboxes(
                "categories", label: OwnPacketWords.kinds(), hint: OwnPacketWords.kindsHint(),
                Packet.kinds.map {
                    Choice($0.rawValue, $0.said.capitalisedFirst, hint: OwnSharingFormWords.means($0))
                }, in: state)
            Radios(
                "purpose", label: OwnSharingFormWords.letFor(),
                purposes.map { Choice($0.code, told($0.words).capitalisedFirst) }, in: state)
            DayField(
                "until", label: OwnSharingFormWords.supporterUntil(), hint: OwnSharingFormWords.untilHint(last),
                in: state)
        }
    }

    func read(_ form: FormReader) throws -> ReleasePacket {
        let recipients = form.choices(
            "recipient", label: OwnPacketWords.who(), of: services.map(\.value), atLeast: 1)
        let kinds = form.choices(
            "categories", label: OwnPacketWords.kinds(), of: Packet.kinds.map(\.rawValue), atLeast: 1)
        return ReleasePacket(
            to: recipients.compactMap { try? Identifier<Organisation>($0) },
            kinds.compactMap(Casework.Category.init(rawValue:)),
            purpose: form.choice("purpose", label: OwnSharingFormWords.letFor(), of: purposes.map(\.code)),
            until: form.day("until", label: OwnSharingFormWords.supporterUntil(), in: opened.today...last), how: .online
        )
    }

    func check(_ command: ReleasePacket) -> Fragment? {
        let facts = opened.released(Packet.kinds.filter(command.categories.contains), benefits: benefits)
        let purpose = purposes.first { $0.code == command.purpose }
        return Fragment {
            p { OwnPacketWords.checkLead() }
            ForEach(command.terms) { terms in
                h2 { names[terms.recipient.description] ?? "" }
                p { added(by: terms) }
            }
            if let purpose { p { OwnSharingFormWords.purpose(told(purpose.words)) } }
            p { OwnPacketWords.untilDay(command.until) }
            h2 { OwnPacketWords.now() }
            if facts.isEmpty {
                p { OwnPacketWords.nothingNow() }
            } else {
                ul { ForEach(facts) { fact in li { fact.line } } }
            }
        }
    }

    /// What one service would see besides what it sees now.
    private func added(by terms: ConsentTerms) -> String {
        let viewer = opened.seen.viewers.first { $0.organisation == terms.recipient }
        let added = viewer?.added(by: terms) ?? terms.categories
        return added.isEmpty ? OwnPacketWords.nothingMore() : OwnPacketWords.seesToo(added.said)
    }
}
