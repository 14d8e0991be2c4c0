import Casework
import Kernel
import Office
import Records

/// What is asked of the customer today, what can follow and who decides, good reasons, and how to say that they cannot
/// come (G-014).
struct OwnDutiesPage {
    let own: OwnVisit
    let asked: AskedOfThem?
    /// Talks ahead that they must go to, for somebody on no programme.
    let talks: [SessionInvitation]
    /// Who has them, as the register has it.
    let office: OrganisationRegister.Entry?

    static func load(_ own: OwnVisit) async throws -> OwnDutiesPage {
        guard own.seen.sight.sees(.referral) else {
            throw Refusal("own-duties.not-found", OwnPageWords.notShown())
        }
        let organisations = try await HelpingOrganisations.load(of: own.seen, in: own.visit.office)
        return OwnDutiesPage(
            own: own, asked: own.seen.asked(on: own.today, programmes: own.visit.office.programmes),
            talks: own.seen.talksAskedOfThem(at: own.now),
            office: own.seen.referral?.holder.flatMap { organisations[$0] })
    }

    var page: Page {
        Page(OwnDutiesWords.title(), trail: [Link(OwnPageWords.home(), to: SiteURL.me.address)]) {
            if let asked {
                what(asked)
                if asked.canFollow {
                    Section(OwnDutiesWords.follows(), id: "follows") { p { OwnDutiesWords.mayFollow() } }
                    reasons(asked.goodReasons)
                }
                cannotCome(asked)
            } else if !talks.isEmpty {
                ForEach(talks) { talk in p { strong { OwnDutiesWords.mustGo(talk.day) } } }
            } else {
                p { OwnDutiesWords.noProgramme() }
                p { OwnDutiesWords.letter() }
            }
            p { OwnDutiesWords.benefit() }
            p { Link(OwnLettersWords.title(), to: SiteURL.meLetters.address) }
            if own.may(.askQuestion) {
                Buttons { LinkButton(OwnPeopleWords.ask(), to: SiteURL.meForm(.ask).address) }
            }
        }
    }

    private func what(_ asked: AskedOfThem) -> Fragment {
        let programme = told(asked.programme)
        return Fragment {
            p { asked.basis == .mandatory ? OwnDutiesWords.rules(programme) : OwnDutiesWords.chosen(programme) }
            p { strong { asked.says } }
            if asked.isUnsigned { p { OwnDutiesWords.unsigned() } }
        }
    }

    private func reasons(_ good: [String]) -> Fragment {
        Fragment {
            if !good.isEmpty {
                Section(OwnDutiesWords.reasons(), id: "reasons") {
                    p { OwnDutiesWords.reasonCounts() }
                    ul { ForEach(good) { reason in li { told(reason) } } }
                    p { OwnDutiesWords.anotherCounts() }
                }
            }
        }
    }

    private func cannotCome(_ asked: AskedOfThem) -> Fragment {
        Fragment {
            if let office {
                Section(OwnDutiesWords.cannot(), id: "cannot-come") {
                    p {
                        OwnDutiesWords.tell(office.name)
                        " "
                        OwnDutiesWords.ring(office.name, office.phone)
                        if asked.canFollow { " \(OwnDutiesWords.movedInTime())" }
                    }
                    if own.may(.askToMove) { p { OwnDutiesWords.askHere() } }
                }
            }
        }
    }
}
