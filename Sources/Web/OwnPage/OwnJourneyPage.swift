import Casework
import Kernel
import Office

/// What happened, in words to the customer.
enum OwnJourneyWords {
    static let title = "What has happened so far"
    static let nothing = "Nothing yet."
    static let nothingComes = "What happens is written here, the newest first."
    static let you = "You"
    static func forYou(_ name: String) -> String { "\(name), for you" }
    static func shown(_ from: Int, _ to: Int, of all: Int) -> String { "\(from) to \(to) of \(all), the newest first" }

    /// What one event is to the customer; nil where the record's own words will do.
    static func headline(_ fact: Fact, on own: OwnVisit) -> String? {
        let names = own.names
        switch fact {
        case .customer(.registered(let registration, _)):
            return "You came to \(names.organisation(registration.jobcentre))"
        case .customer(.emailChosen(let agreed)):
            return agreed ? "You agreed to e-mail" : "You asked for no more e-mail"
        case .customer(.corrected): return "Your details were put right"
        case .referral(let fact): return headline(fact, names)
        case .appointment(let fact): return headline(fact, own)
        case .plan(let fact): return headline(fact)
        case .sharing(let fact): return headline(fact, on: own)
        case .access(.invited(_, nil, _)): return "You were let in to this page"
        case .access(.linkAsked): return "A new link to this page was asked for"
        case .access(.closed): return "This page was closed"
        case .access(.supporterNamed(_, _, _, let details)):
            return "You chose \(details.value?.name ?? "somebody") to act for you"
        case .access(.supporterEnded): return "Somebody acts for you no longer"
        case .voice(.raised(_, .question, let to, _)): return "You asked \(names.organisation(to)) a question"
        case .voice(.raised(_, .complaint, let to, _)): return "You complained to \(names.organisation(to))"
        case .voice(.acknowledged): return "They have your complaint"
        case .voice(.answered): return "You were answered"
        default: return nil
        }
    }

    /// What was said, under it; the rest of the record's own words are left out where the headline is ours.
    static func detail(_ fact: Fact, on own: OwnVisit) -> String? {
        func said(_ words: Sealed<Words>) -> String? { words.value.map { "“\($0.text)”" } }
        func step(_ id: Identifier<PlanAction>) -> String? {
            own.seen.plan?.actions.first { $0.id == id }?.text.value?.text
        }
        return switch fact {
        case .plan(.goalSet(_, _, _, let words)), .plan(.actionProposed(_, _, _, let words)): said(words)
        case .plan(.actionAgreed(let id, _, _)), .plan(.actionDone(let id, _, _, _)),
            .plan(.actionDropped(let id, _, _)):
            step(id)
        case .plan(.actionObjected(let id, _, _, let words)):
            [step(id), said(words)].compactMap { $0 }.joined(separator: " ")
        case .appointment(.moveAsked(_, _, let words)), .appointment(.moveAnswered(_, let words)),
            .voice(.raised(_, _, _, let words)), .voice(.answered(_, let words)), .sharing(.asked(_, _, let words)),
            .referral(.handedBack(_, let words)):
            said(words)
        default: nil
        }
    }

    private static func headline(_ fact: ReferralFact, _ names: Names) -> String? {
        switch fact {
        case .interviewRecorded: "We talked about the programme"
        case .made: "You were put forward for the programme"
        case .allocated(_, let allocated): "\(names.organisation(allocated.provider)) was drawn to help you"
        case .transmitted: "They were told about you"
        case .acknowledged: "They said that they have you"
        case .queried: "They asked the jobcentre a question about you"
        case .queryAnswered(_, let upheld, _):
            upheld ? "It was agreed that this was not for you" : "The jobcentre answered, and you go on"
        case .assigned(_, let provider, let adviser):
            "\(names.person(adviser)) at \(names.organisation(provider)) became your adviser"
        case .adviserChanged(_, let provider, let adviser, _, _):
            "Your adviser is now \(names.person(adviser)) at \(names.organisation(provider))"
        case .attached: "You joined the programme"
        case .exited: "You left the programme"
        case .returned: "You came back to the same people"
        case .handedBack: "They wrote down what you did together, for the jobcentre"
        }
    }

    private static func headline(_ fact: AppointmentFact, _ own: OwnVisit) -> String? {
        let found = own.seen.appointments.last { $0.id == fact.appointment }
        let who = found.map { own.names.person($0.adviser) } ?? "your adviser"
        func written(_ starts: Instant) -> String { "\(starts.day.written) at \(WrittenMoment.clock(starts))" }
        switch fact {
        case .booked(_, let booking):
            return "A meeting with \(who) was booked for \(written(booking.slot.starts))"
        case .noticeGiven: return "You were sent the day and time of your meeting"
        case .reminded: return "You were reminded of your meeting"
        case .undelivered: return "A letter about your meeting did not reach you"
        case .moved(_, let slot, _, _): return "Your meeting was moved to \(written(slot.starts))"
        case .cancelled: return "Your meeting was cancelled"
        case .confirmed: return "You said you will be there"
        case .moveAsked: return "You asked for another time"
        case .moveAnswered: return "They answered: the time stays"
        case .attended: return "You met \(who)"
        case .missed: return "You and \(who) did not meet"
        case .outcomeWithdrawn: return "What was written about a meeting was a mistake, and is put right"
        }
    }

    private static func headline(_ fact: PlanFact) -> String? {
        switch fact {
        case .goalSet: "What you want was put on your plan"
        case .actionProposed: "A step was put on your plan"
        case .actionAgreed(_, .customer, _): "You agreed to a step"
        case .actionObjected(_, .customer, _, _): "You did not agree with a step"
        case .actionDone: "A step is done"
        case .actionDropped: "A step was taken off your plan"
        case .reviewed: "You went through your plan together"
        case .copyGiven: "You were given your plan"
        default: nil
        }
    }

    private static func headline(_ fact: SharingFact, on own: OwnVisit) -> String? {
        switch fact {
        case .asked(_, let terms, _): "You were asked if \(own.names.organisation(terms.recipient)) may see more"
        case .consented(_, let terms, _, _, _):
            "You agreed that \(own.names.organisation(terms.recipient)) may see more"
        case .refused: "You said no to sharing"
        case .withdrawn: "You stopped sharing"
        }
    }
}

/// Everything that happened, the newest first, thirty on a page.
struct OwnJourneyPage {
    private static let size = 30

    let own: OwnVisit
    let entries: [Casework.TimelineEntry]
    let shown: Range<Int>

    init(_ own: OwnVisit) {
        self.own = own
        let all = Casework.Timeline.entries(
            own.opened.events, through: own.seen.sight, names: own.names, programmes: own.visit.office.programmes,
            tools: own.visit.office.tools)
        let first = own.visit.query("from").flatMap { Int($0) }
        let start = first.flatMap { first in all.firstIndex { $0.sequence == first } } ?? 0
        entries = all
        shown = start..<min(start + Self.size, all.count)
    }

    var page: Page {
        let facts = Dictionary(own.opened.events.map { ($0.id, $0.fact) }) { first, _ in first }
        return Page(OwnJourneyWords.title, trail: [Link(OwnFormWords.home, to: SiteURL.me.address)]) {
            if entries.isEmpty {
                EmptyState(OwnJourneyWords.nothing, comes: OwnJourneyWords.nothingComes)
            } else {
                Timeline {
                    ForEach(entries[shown]) { entry in
                        let ours = facts[entry.event].flatMap { OwnJourneyWords.headline($0, on: own) }
                        TimelineEntry(
                            ours ?? entry.headline,
                            entry.mark == .done ? .done : .waiting, meaning: ""
                        ) {
                            WrittenDay(entry.day)
                        } detail: {
                            if let detail = ours == nil
                                ? entry.detail : facts[entry.event].flatMap({ OwnJourneyWords.detail($0, on: own) })
                            {
                                detail
                                br()
                            }
                            small { who(entry.by) }
                        }
                    }
                }
                Pager(
                    shown: OwnJourneyWords.shown(shown.lowerBound + 1, shown.upperBound, of: entries.count),
                    previous: shown.lowerBound > 0 ? address(max(0, shown.lowerBound - Self.size)) : nil,
                    next: shown.upperBound < entries.count ? address(shown.upperBound) : nil)
            }
        }
    }

    private func who(_ author: Author) -> String {
        switch author.role {
        case .customer: own.isSupporter ? own.names.person(author.person) : OwnJourneyWords.you
        case .supporter: OwnJourneyWords.forYou(own.names.person(author.person))
        default: "\(own.names.person(author.person)), \(own.names.organisation(author.organisation))"
        }
    }

    private func address(_ place: Int) -> String { SiteURL.meJourney(from: entries[place].sequence).address }
}
