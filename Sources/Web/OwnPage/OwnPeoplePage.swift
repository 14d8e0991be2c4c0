import Casework
import Kernel
import Office
import Records

/// What the page says of who is helping, and why they are.
enum OwnPeopleWords {
    static let title = "Who is helping me"
    static let adviser = "Your adviser"
    static func adviser(_ name: String, at organisation: String, since: CalendarDay) -> String {
        "\(name) at \(organisation), since \(since.written)."
    }
    static let adviserWhy = "They meet you, work on the plan with you and answer your questions."
    static let provider = "Who runs the programme for you"
    static func drawn(_ day: CalendarDay, number: Int) -> String {
        "They were drawn for you on \(day.written). The draw is by chance, and anybody can check it: yours is number \(number)."
    }
    static func followed(_ day: CalendarDay) -> String {
        "They help you since \(day.written), because you or your partner were with them before."
    }
    static func until(_ day: CalendarDay) -> String { "They can help you until \(day.written)." }
    static let left = "They do not help you any more."
    static let jobcentre = "Your jobcentre"
    static let jobcentreWhy = "They look after your benefit."
    static let council = "Your council service"
    static let councilWhy = "They keep your record and help you with it."
    static let noAdviser = "Nobody has been named as your adviser yet. You are told here when somebody is."
    static func reach(_ phone: String) -> String { "Phone \(phone)." }
    static let ask = "Ask them a question"
}

/// Who has the customer now, and why.
struct OwnPeoplePage {
    let own: OwnVisit
    let organisations: [Identifier<Organisation>: OrganisationRegister.Entry]

    static func load(_ own: OwnVisit) async throws -> OwnPeoplePage {
        guard own.seen.sight.sees(.referral) else {
            throw Refusal("own-people.not-found", OwnPlanWords.notShown)
        }
        let needed = [own.seen.jobcentre].compactMap { $0 } + (own.seen.referral?.providers.sorted() ?? [])
        let found = try await own.visit.office.database.read { connection in
            try needed.compactMap { try OrganisationRegister.find($0, in: connection) }
        }
        return OwnPeoplePage(
            own: own, organisations: Dictionary(found.map { ($0.id, $0) }) { first, _ in first })
    }

    var page: Page {
        Page(OwnPeopleWords.title, trail: [Link(OwnFormWords.home, to: SiteURL.me.address)]) {
            if let referral = own.seen.referral { helpers(referral) }
            if let home = own.seen.jobcentre {
                Section(
                    own.seen.home == .council ? OwnPeopleWords.council : OwnPeopleWords.jobcentre, id: "home"
                ) {
                    place(home)
                    p { own.seen.home == .council ? OwnPeopleWords.councilWhy : OwnPeopleWords.jobcentreWhy }
                }
            }
            if own.may(.askQuestion) {
                Buttons { LinkButton(OwnPeopleWords.ask, to: SiteURL.meForm(.ask).address) }
            }
        }
    }

    private func helpers(_ referral: Referral) -> Fragment {
        let isOver = referral.isOver(on: own.today)
        return Fragment {
            if !isOver {
                Section(OwnPeopleWords.adviser, id: "adviser") {
                    if let assigned = referral.assignment {
                        p {
                            strong {
                                OwnPeopleWords.adviser(
                                    own.names.person(assigned.adviser), at: own.names.organisation(assigned.provider),
                                    since: assigned.event.recorded.day)
                            }
                        }
                        if assigned.provider != referral.prime { contact(assigned.provider) }
                        p { OwnPeopleWords.adviserWhy }
                    } else {
                        p { OwnPeopleWords.noAdviser }
                    }
                }
            }
            if let allocation = referral.allocation {
                Section(OwnPeopleWords.provider, id: "provider") {
                    place(allocation.provider)
                    p {
                        allocation.followed
                            ? OwnPeopleWords.followed(allocation.event.recorded.day)
                            : OwnPeopleWords.drawn(allocation.event.recorded.day, number: allocation.draw)
                    }
                    if isOver {
                        p { OwnPeopleWords.left }
                    } else if let until = referral.supportedUntil {
                        p { OwnPeopleWords.until(until) }
                    }
                }
            }
        }
    }

    private func place(_ id: Identifier<Organisation>) -> Fragment {
        Fragment {
            p { strong { own.names.organisation(id) } }
            contact(id)
        }
    }

    private func contact(_ id: Identifier<Organisation>) -> Fragment {
        Fragment {
            if let found = organisations[id] { p { "\(found.address). \(OwnPeopleWords.reach(found.phone))" } }
        }
    }
}
