import Casework
import Kernel
import Office
import Records

/// Who has the customer now, and why.
struct OwnPeoplePage {
    let own: OwnVisit
    let organisations: [Identifier<Organisation>: OrganisationRegister.Entry]

    static func load(_ own: OwnVisit) async throws -> OwnPeoplePage {
        guard own.seen.sight.sees(.referral) else {
            throw Refusal("own-people.not-found", OwnPageWords.notShown())
        }
        let needed = [own.seen.jobcentre].compactMap { $0 } + (own.seen.referral?.providers.sorted() ?? [])
        let found = try await own.visit.office.database.read { connection in
            try needed.compactMap { try OrganisationRegister.find($0, in: connection) }
        }
        return OwnPeoplePage(
            own: own, organisations: Dictionary(found.map { ($0.id, $0) }) { first, _ in first })
    }

    var page: Page {
        Page(OwnPeopleWords.title(), trail: [Link(OwnPageWords.home(), to: SiteURL.me.address)]) {
            if let referral = own.seen.referral { helpers(referral) }
            if let home = own.seen.jobcentre {
                Section(
                    own.seen.home == .council ? OwnPeopleWords.council() : OwnPeopleWords.jobcentre(), id: "home"
                ) {
                    place(home)
                    p { own.seen.home == .council ? OwnPeopleWords.councilWhy() : OwnPeopleWords.jobcentreWhy() }
                }
            }
            OwnMeetingSection(own: own)
            if own.may(.askQuestion) {
                Buttons { LinkButton(OwnPeopleWords.ask(), to: SiteURL.meForm(.ask).address) }
            }
        }
    }

    private func helpers(_ referral: Referral) -> Fragment {
        let isOver = referral.isOver(on: own.today)
        return Fragment {
            if !isOver {
                Section(OwnPeopleWords.adviser(), id: "adviser") {
                    if let assigned = referral.assignment {
                        p {
                            strong {
                                OwnPeopleWords.adviserAt(
                                    own.names.person(assigned.adviser), own.names.organisation(assigned.provider),
                                    assigned.event.recorded.day)
                            }
                        }
                        if assigned.provider != referral.prime { contact(assigned.provider) }
                        p { OwnPeopleWords.adviserWhy() }
                    } else {
                        p { OwnPeopleWords.noAdviser() }
                    }
                }
            }
            if let allocation = referral.allocation {
                Section(OwnPeopleWords.provider(), id: "provider") {
                    place(allocation.provider)
                    p {
                        allocation.followed
                            ? OwnPeopleWords.followed(allocation.event.recorded.day)
                            : OwnPeopleWords.drawn(allocation.event.recorded.day, allocation.draw)
                    }
                    if isOver {
                        p { OwnPeopleWords.left() }
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
