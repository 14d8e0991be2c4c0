import Casework
import Kernel
import Office

extension OpenedCase {
    /// Where the person is, who leads and what comes next, as the reader sees it.
    var whereabouts: Whereabouts { seen.whereabouts(on: today, now: now, rules: rules) }
}

/// Where the customer is, who leads and what comes next, in three short lines (G-039).
struct OwnWhere: Component {
    let own: OwnVisit

    var body: some HTML {
        let whereabouts = own.opened.whereabouts
        let lines: [String?] = [
            whereabouts.place.map { said($0) }, leads(whereabouts), whereabouts.next.map { said($0, whereabouts) },
        ]
        ForEach(lines.compactMap(\.self)) { line in p { line } }
    }

    private func said(_ place: Whereabouts.Place) -> String {
        switch place {
        case .referred(let programme, let day): OwnHomeWords.referred(title(programme), day)
        case .taking(let programme, let since, let time):
            switch time.unit {
            case .weeks: OwnHomeWords.takingWeeks(title(programme), since, time.gone, time.all)
            case .days: OwnHomeWords.takingDays(title(programme), since, time.gone, time.all)
            }
        case .ended(let programme, let day): OwnHomeWords.programmeEnded(title(programme), day)
        case .helped(let organisation): OwnHomeWords.helpedBy(own.names.organisation(organisation))
        }
    }

    private func title(_ programme: String) -> String {
        own.visit.office.programmes[programme].map { told($0.titleInSentence) } ?? programme
    }

    private func leads(_ whereabouts: Whereabouts) -> String? {
        if let lead = whereabouts.lead {
            return OwnHomeWords.leads(own.names.person(lead.person), own.names.organisation(lead.organisation))
        }
        return whereabouts.organisation.map { OwnHomeWords.nobodyLeads(own.names.organisation($0)) }
    }

    private func said(_ next: Whereabouts.Next, _ whereabouts: Whereabouts) -> String {
        let lead =
            whereabouts.lead.map { own.names.person($0.person) } ?? whereabouts.organisation.map(own.names.organisation)
        switch next {
        case .appointment(let appointment):
            return OwnHomeWords.nextMeeting(own.names.person(appointment.adviser), appointment.slot.day.saidInFull)
        case .step(let action): return said(action)
        case .review(let day):
            let with = lead ?? OwnHomeWords.whoeverHelps()
            return day < own.today
                ? OwnHomeWords.nextReviewLate(with, day.saidInFull) : OwnHomeWords.nextReview(with, day.saidInFull)
        case .contact: return OwnHomeWords.nextContact(lead ?? OwnHomeWords.whoeverHelps())
        }
    }

    private func said(_ action: PlanAction) -> String {
        let (text, due) = (action.text.value?.text ?? OwnPlanWords.erased(), action.terms.due ?? own.today)
        let isLate = due < own.today
        guard let owner = own.names.owner(action.terms.owner) else {
            return isLate
                ? OwnHomeWords.nextOwnLate(due.saidInFull, text) : OwnHomeWords.nextOwn(due.saidInFull, text)
        }
        return isLate
            ? OwnHomeWords.nextOtherLate(owner, due.saidInFull, text)
            : OwnHomeWords.nextOther(owner, due.saidInFull, text)
    }
}

extension Names {
    /// Who does a step of the plan, by name; nil for the customer.
    func owner(_ owner: PlanOwner) -> String? {
        switch owner {
        case .customer: nil
        case .adviser(let adviser, _): person(adviser)
        case .organisation(let doer): organisation(doer)
        }
    }
}
