import Casework
import Kernel
import Office

/// Lets somebody who helps them see more, or another organisation see something, of the customer's own accord: nobody has
/// to ask first.
struct OwnLetSeeForm: OwnForm {
    static let name = OwnFormName.letSee
    static var title: String { OwnSharingFormWords.letTitle() }
    static var button: String { OwnSharingFormWords.letButton() }
    static let said = Said.meShared
    static let back = SiteURL.meSharing

    /// What somebody who can be chosen does not see yet, and is shared for a purpose that people are asked about. A safety
    /// notice is never shared by consent, and who sees what is the person's own.
    private var kinds: [Casework.Category] {
        Casework.Category.allCases.filter { kind in
            ![.safety, .sharing].contains(kind)
                && (!others.isEmpty || helping.contains { !$0.viewer.categories.contains(kind) })
                && asked.contains { $0.takes(kind) }
        }
    }

    /// What some of those kinds can be shared for.
    private var purposes: [SharingPurpose] { asked.filter { kinds.contains(where: $0.takes) } }

    /// Stands in the first answer for one of the others.
    private static let another = "other"

    let helping: [(viewer: Viewer, name: String)]
    /// The rest of the partnership; beside the name what it sees already, as who had them before does, or pays.
    let others: [Choice]
    /// What people may be asked to share for.
    let asked: [SharingPurpose]
    let today: CalendarDay
    let usual: CalendarDay
    let last: CalendarDay

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        let helping = own.seen.viewers.filter(\.helps).map {
            (viewer: $0, name: own.names.organisation($0.organisation))
        }
        let others = try await own.partnership(without: helping.map(\.viewer.organisation)).map(\.option)
        guard !helping.isEmpty || !others.isEmpty else {
            throw Refusal("consent.recipient", OwnSharingFormWords.letNobody())
        }
        let matrix = own.visit.office.sharing
        return OwnLetSeeForm(
            helping: helping, others: others, asked: matrix.asked, today: own.today,
            usual: own.today.adding(months: matrix.consentMonths),
            last: own.today.adding(months: matrix.consentMonthsAtMost))
    }

    /// Nobody, no kind and no purpose is chosen at first, as in `OwnShareForm`.
    var initial: FormFields {
        FormFields([
            ("until-day", String(usual.day)), ("until-month", String(usual.month)), ("until-year", String(usual.year)),
        ])
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { OwnSharingFormWords.letLead() }
            Radios("recipient", label: OwnSharingFormWords.letWho(), whom, in: state)
            if !others.isEmpty {
                Select(
                    "other", label: OwnSharingFormWords.letWhichOther(), hint: OwnSharingFormWords.letOtherHint(),
                    optional: true, others, in: state)
            }
            Checkboxes(
                "categories", label: OwnSharingFormWords.letKinds(), hint: OwnSharingFormWords.letKindsHint(),
                kinds.map {
                    Choice($0.rawValue, $0.said.capitalisedFirst, hint: OwnSharingFormWords.means($0))
                }, in: state)
            Radios(
                "purpose", label: OwnSharingFormWords.letFor(),
                purposes.map { purpose in
                    Choice(
                        purpose.code, told(purpose.words).capitalisedFirst,
                        hint: purpose.categories.isEmpty ? nil : OwnSharingFormWords.letOnly(purpose.categories.said))
                }, in: state)
            DayField(
                "until", label: OwnSharingFormWords.supporterUntil(), hint: OwnSharingFormWords.untilHint(last),
                in: state)
        }
    }

    private var whom: [Choice] {
        helping.map(choice)
            + (others.isEmpty ? [] : [Choice(Self.another, OwnSharingFormWords.letOther())])
    }

    private func choice(_ one: (viewer: Viewer, name: String)) -> Choice {
        let now = one.viewer.categories
        return Choice(
            one.viewer.organisation.description, one.name,
            hint: now.isEmpty ? OwnSharingFormWords.seesNothing() : OwnSharingFormWords.seesNow(now.said))
    }

    func read(_ form: FormReader) throws -> GiveConsent {
        let recipient = recipient(form)
        let kinds = form.choices(
            "categories", label: OwnSharingFormWords.letKinds(), of: kinds.map(\.rawValue), atLeast: 1)
        let purpose = form.choice("purpose", label: OwnSharingFormWords.letFor(), of: purposes.map(\.code))
        let until = form.day("until", label: OwnSharingFormWords.supporterUntil(), in: today...last)
        return GiveConsent(
            terms: ConsentTerms(
                recipient: try form.need(try? Identifier(recipient)),
                categories: kinds.compactMap(Casework.Category.init(rawValue:)), purpose: purpose),
            until: until, how: .online)
    }

    /// Whom they chose: one of those who help, or the other that they name. Where they name both, nobody can tell which
    /// was meant, and one that was not must see nothing.
    private func recipient(_ form: FormReader) -> String {
        let chosen = form.choice("recipient", label: OwnSharingFormWords.letWho(), of: whom.map(\.value))
        guard !others.isEmpty else { return chosen }
        let other = form.optionalChoice(
            "other", label: OwnSharingFormWords.letWhichOther(), of: others.map(\.value))
        guard chosen == Self.another else {
            if other != nil, !chosen.isEmpty {
                form.note(
                    Refusal(
                        "form.two-chosen", OwnSharingFormWords.letTwoChosen(OwnSharingFormWords.letOther()),
                        field: "other"))
            }
            return chosen
        }
        if other == nil {
            form.note(
                Refusal(
                    "form.not-chosen", FormWords.chooseOne(OwnSharingFormWords.letWhichOther()), field: "other"))
        }
        return other ?? ""
    }
}
