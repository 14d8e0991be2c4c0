import Casework
import Kernel
import Office
import Records

/// What the page says of what is shared, with whom, and who acts for the customer.
enum OwnSharingWords {
    static let title = "What is shared about me"
    static let lead = "Only those listed here see your record. A “no” from you never changes the help you get."
    static let questions = "You are asked"
    static func asks(_ organisation: String) -> String { "May \(organisation) see more?" }
    static func wouldSee(_ list: String) -> String { "They would see: \(list)." }
    static let answer = "Answer"
    static let now = "Who sees your record"
    static func sees(_ list: String) -> String { "They see: \(list)." }
    static func youAgreed(_ list: String, until: CalendarDay) -> String {
        "You agreed that they see \(list), until \(until.written)."
    }
    static let stop = "Stop sharing"
    /// Why somebody sees the record, by what they are to the customer.
    static func why(_ relation: Relation) -> String? {
        switch relation {
        case .jobcentre: "They look after your benefit, and the law lets them see what they need for that."
        case .council: "They keep your record, and the law lets them see what they need to help you."
        case .referred: "You were put forward to them, and the law lets them see what they need to begin."
        case .offered: "They were asked to help you, and see what they need to answer."
        case .attached: "They help you now, and the law lets them see what they need for that."
        case .former, .past: "They helped you before. They see what they did then."
        case .partner: "You agreed to it."
        case .commissions: "They pay for the help you get and must check it. They see no name and no words."
        case .supporter: "You chose them to act for you."
        case .none, .oneself: nil
        }
    }
    /// What a kind of information is called to the customer.
    static func category(_ category: Casework.Category) -> String {
        switch category {
        case .referral: "who you were put forward to"
        case .assessment: "what you said of how things are"
        case .work: "jobs and hours"
        case .plan: "your plan"
        case .health: "your health"
        case .household: "your home and family"
        case .safety: "what keeps people safe"
        case .money: "your benefits"
        case .sharing: "what you share"
        case .conditionality: "what you are asked to do for your benefit"
        case .voice: "your questions"
        default: category.title
        }
    }
    static let notShut = "What is not listed is shut to them."
    static let supporters = "Who acts for me"
    static let noSupporter = "Nobody acts for you."
    static let noSupporterComes = "You can choose somebody you trust, for what you want and as long as you want."
    static let addSupporter = "Choose somebody"
    static func may(_ list: String, until: CalendarDay) -> String { "May \(list), until \(until.written)." }
    static let newCode = "A new code"
    static let end = "End it"
    static let looks = "Who looked"
    static let looksLead = "Every look at your record is kept. The latest:"
    static let allLooks = "Everybody who looked, and why"
    static let nobodyLooked = "Nobody but you has looked."
    static let nobodyLookedComes = "Every look is written here."
    static let looksTitle = "Who looked, and why"
    static func looked(_ when: Instant) -> String { "\(WrittenDay.full(when.day)), \(WrittenMoment.clock(when))" }
    static let earlier = "Earlier"
}

/// What is held and shared, and who looked.
struct OwnSharingPage {
    let own: OwnVisit
    let consents: Consents
    let looks: [OwnLook]

    static func load(_ own: OwnVisit) async throws -> OwnSharingPage {
        guard let consents = own.seen.consents, own.may(.readLooks) else { throw SharingPage.unseen }
        let (looks, _) = try await OwnLook.page(own, before: nil)
        return OwnSharingPage(own: own, consents: consents, looks: Array(looks.prefix(3)))
    }

    var page: Page {
        let supporters = own.seen.access?.supporters.filter { $0.holds(on: own.today) } ?? []
        return Page(
            OwnSharingWords.title, lead: Fragment { p { OwnSharingWords.lead } },
            trail: [Link(OwnFormWords.home, to: SiteURL.me.address)]
        ) {
            if !consents.waiting.isEmpty {
                Section(OwnSharingWords.questions, id: "asked") { ForEach(consents.waiting, content: question) }
            }
            Section(OwnSharingWords.now, id: "now") {
                ForEach(own.seen.viewers, content: viewer)
                p { OwnSharingWords.notShut }
            }
            Section(OwnSharingWords.supporters, id: "supporters") {
                if supporters.isEmpty {
                    EmptyState(OwnSharingWords.noSupporter, comes: OwnSharingWords.noSupporterComes)
                }
                ForEach(supporters, content: supporter)
                Buttons { LinkButton(OwnSharingWords.addSupporter, to: SiteURL.meForm(.supporter).address) }
            }
            Section(OwnSharingWords.looks, id: "looks") {
                if looks.isEmpty {
                    EmptyState(OwnSharingWords.nobodyLooked, comes: OwnSharingWords.nobodyLookedComes)
                } else {
                    p { OwnSharingWords.looksLead }
                    OwnLooks(looks: looks)
                    p { Link(OwnSharingWords.allLooks, to: SiteURL.meLooks().address) }
                }
            }
        }
    }

    private func question(_ request: ConsentRequest) -> Fragment {
        let name = own.names.organisation(request.terms.recipient)
        return Fragment {
            h3 { OwnSharingWords.asks(name) }
            p { OwnSharingWords.wouldSee(list(request.terms.categories)) }
            if let why = request.why.value { blockquote { why.text } }
            Buttons {
                LinkButton(
                    OwnSharingWords.answer, to: SiteURL.meItemForm(.share, item: request.id.description).address,
                    about: name, primary: true)
            }
        }
    }

    private func viewer(_ viewer: Viewer) -> Fragment {
        let name = own.names.organisation(viewer.organisation)
        return Fragment {
            h3 { name }
            if let why = OwnSharingWords.why(viewer.relation) { p { why } }
            p { OwnSharingWords.sees(list(viewer.categories)) }
            ForEach(consents.holding(for: viewer.organisation, on: own.today)) { consent in
                p { OwnSharingWords.youAgreed(list(consent.terms.categories), until: consent.until) }
                Buttons {
                    LinkButton(
                        OwnSharingWords.stop, to: SiteURL.meItemForm(.stop, item: consent.id.description).address,
                        about: "\(list(consent.terms.categories)) with \(name)")
                }
            }
        }
    }

    private func supporter(_ one: Supporter) -> Fragment {
        Fragment {
            h3 { one.name }
            p {
                OwnSharingWords.may(one.terms.rights.map(\.words).joined(separator: "; "), until: one.terms.until)
            }
            Buttons {
                LinkButton(
                    OwnSharingWords.newCode,
                    to: SiteURL.meItemForm(.supporterCode, item: one.id.description).address, about: one.name)
                LinkButton(
                    OwnSharingWords.end, to: SiteURL.meItemForm(.endSupporter, item: one.id.description).address,
                    about: one.name)
            }
        }
    }

    private func list(_ categories: [Casework.Category]) -> String {
        categories.map(OwnSharingWords.category).joined(separator: ", ")
    }
}

/// One look at the record, as the customer reads it.
struct OwnLook: Sendable {
    private static let size = 50

    let id: Identifier<Look>
    let look: Look
    let person: String
    let organisation: String

    var why: String {
        look.relation.flatMap(Relation.init(rawValue:)).flatMap(OwnSharingWords.why) ?? look.reason
    }

    /// The looks of others, the latest first, and the id that an earlier page goes on from.
    static func page(
        _ own: OwnVisit, before: Identifier<Look>?
    ) async throws -> ([OwnLook], earlier: Identifier<Look>?) {
        let me = own.visit.actor.person
        let found = try await own.visit.office.looks(
            at: own.visitor.subject, before: before, limit: size + 1, but: me)
        return try await own.visit.office.database.read { connection in
            let page = found.prefix(size)
            let looks = try page.map { found in
                OwnLook(
                    id: found.id, look: found.look,
                    person: try AccountRegister.name(of: found.look.by.person, in: connection)
                        ?? own.names.person(found.look.by.person),
                    organisation: try OrganisationRegister.find(found.look.by.organisation, in: connection)?.name ?? "")
            }
            return (looks, found.count > size ? page.last?.id : nil)
        }
    }
}

/// Looks as a list.
struct OwnLooks: Component {
    let looks: [OwnLook]

    var body: some HTML {
        ul {
            ForEach(looks) { one in
                li {
                    strong { "\(one.person), \(one.organisation)" }
                    br()
                    OwnSharingWords.looked(one.look.at)
                    br()
                    small { one.why }
                }
            }
        }
    }
}

extension OwnVisit {
    /// Everybody who looked, a page at a time.
    func looksPage() async throws -> Page {
        guard may(.readLooks) else { throw SharingPage.unseen }
        let before: Identifier<Look>? = try visit.query("before").map { try Identifier($0) }
        let (looks, earlier) = try await OwnLook.page(self, before: before)
        return Page(
            OwnSharingWords.looksTitle,
            trail: [
                Link(OwnFormWords.home, to: SiteURL.me.address),
                Link(OwnSharingWords.title, to: SiteURL.meSharing.address),
            ]
        ) {
            if looks.isEmpty {
                EmptyState(OwnSharingWords.nobodyLooked, comes: OwnSharingWords.nobodyLookedComes)
            } else {
                OwnLooks(looks: looks)
            }
            if let earlier {
                p { Link(OwnSharingWords.earlier, to: SiteURL.meLooks(before: earlier.description).address) }
            }
        }
    }
}
