import Casework
import Kernel
import Office
import Records

/// Who has the customer now, and why.
struct OwnPeoplePage {
    let own: OwnVisit
    let organisations: HelpingOrganisations

    static func load(_ own: OwnVisit) async throws -> OwnPeoplePage {
        guard own.seen.sight.sees(.referral) else {
            throw Refusal("own-people.not-found", OwnPageWords.notShown())
        }
        return OwnPeoplePage(
            own: own, organisations: try await HelpingOrganisations.load(of: own.seen, in: own.visit.office))
    }

    var page: Page {
        Page(OwnPeopleWords.title(), trail: [Link(OwnPageWords.home(), to: SiteURL.me.address)]) {
            if let referral = own.seen.referral { helpers(referral) }
            leader
            if !hasAdviserSection { lastTalk }
            ForEach(own.seen.keepers?.all ?? []) { keeper in
                Section(
                    keeper.home == .council ? OwnPeopleWords.council() : OwnPeopleWords.jobcentre(),
                    id: keeper.home.rawValue
                ) {
                    place(keeper.organisation)
                    p { keeper.home == .council ? OwnPeopleWords.councilWhy() : OwnPeopleWords.jobcentreWhy() }
                }
            }
            OwnMeetingSection(own: own)
            p { Link(OwnDutiesWords.title(), to: SiteURL.meDuties.address) }
            if own.may(.askQuestion) {
                Buttons { LinkButton(OwnPeopleWords.ask(), to: SiteURL.meForm(.ask).address) }
            }
        }
    }

    /// Whether somebody has them now, or is to.
    private var hasAdviserSection: Bool { own.seen.referral.map { !$0.isOver(on: own.today) } ?? false }

    /// Who leads where no adviser does: somebody whom a keeper of the record named (G-039).
    private var leader: Fragment {
        Fragment {
            if let lead = own.seen.lead(on: own.today), !lead.isAdviser {
                Section(OwnPeopleWords.lead(), id: "lead") {
                    p {
                        strong {
                            OwnPeopleWords.leads(
                                own.names.person(lead.person), own.names.organisation(lead.organisation), lead.since)
                        }
                    }
                }
            }
        }
    }

    private var lastTalk: Fragment {
        Fragment {
            if let talk = own.seen.lastTalk {
                p {
                    OwnPeopleWords.lastTalk(
                        own.names.person(talk.person), own.names.organisation(talk.organisation), talk.on)
                }
            }
        }
    }

    private func helpers(_ referral: Referral) -> Fragment {
        let isOver = referral.isOver(on: own.today)
        return Fragment {
            if !isOver {
                Section((own.opened.sharedByTeam ? OwnPeopleWords.lead : .adviser)(), id: "adviser") {
                    if let assigned = referral.assignment {
                        p {
                            strong {
                                OwnPeopleWords.adviserAt(
                                    own.names.person(assigned.adviser), own.names.organisation(assigned.provider),
                                    assigned.event.recorded.day)
                            }
                        }
                        why(referral)
                        if assigned.provider != referral.prime { contact(assigned.provider) }
                        p { (own.opened.sharedByTeam ? OwnPeopleWords.leadWhy : .adviserWhy)() }
                    } else if let line = whoHasThem(referral) {
                        p { strong { line } }
                        if let holder = referral.holder, holder != referral.prime { contact(holder) }
                    } else {
                        p { OwnPeopleWords.noAdviser() }
                    }
                    lastTalk
                    if let hop = referral.chain.waiting {
                        p {
                            [
                                OwnPeopleWords.asked(hop.event.recorded.day, own.names.organisation(hop.to)),
                                own.why(hop.reason, .chainMove), OwnPeopleWords.untilThen(),
                            ].compactMap { $0 }.joined(separator: " ")
                        }
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
                        if let exit = referral.exit {
                            p { "\(OwnPeopleWords.ended(exit.on)) \(exit.reason.saidToThem)" }
                            if let words = exit.words.value { blockquote { words.text } }
                        }
                    } else if let until = referral.supportedUntil {
                        p { OwnPeopleWords.until(until) }
                    } else {
                        beforehand(referral)
                    }
                }
            }
        }
    }

    /// For how long, whether they must take part or may, and what happens next, for somebody they have not met yet: as the
    /// letter about it says (G-001).
    private func beforehand(_ referral: Referral) -> Fragment {
        let holder = referral.holder.map(own.names.organisation) ?? ""
        let head = LetterHead(
            customer: "", organisation: holder, adviser: nil, place: [], phone: "", programme: "", sent: own.today)
        let pack = own.seen.pack(of: referral, in: own.visit.office.programmes[referral.programme], from: head)
        return Fragment {
            if let length = pack.length { p { length } }
            p { pack.duties }
            p { pack.next }
        }
    }

    /// An office that took them on and has not named an adviser, and why they are there.
    private func whoHasThem(_ referral: Referral) -> String? {
        referral.whoHasThem(names: own.names, programme: own.visit.office.programmes[referral.programme])
    }

    /// Why the adviser changed, in words for them: those of the programme’s list, or what was written of a move for them
    /// to read. What the next adviser was told is a note between staff, and is not here.
    private func why(_ referral: Referral) -> Fragment {
        let holding = referral.holdings.last
        let told = holding?.why(in: own.visit.office.programmes[referral.programme])?.saidToThem
        let written = told == nil ? holding.flatMap { self.written(of: $0, in: referral) } : nil
        return Fragment {
            if let told { p { told } }
            if let written {
                p { OwnPeopleWords.wrote() }
                blockquote { written }
            }
            if holding?.list != nil && told == nil && written == nil { p { OwnPeopleWords.askWhy() } }
        }
    }

    /// What was written when they were sent on: the form says that they can read it.
    private func written(of holding: Holding, in referral: Referral) -> String? {
        guard holding.list == .chainMove else { return nil }
        let hop = referral.chain.hops.last { hop in
            guard case .takenOn(let event, _) = hop.answer else { return false }
            return event.id == holding.event.id
        }
        return hop?.words.value?.text
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
