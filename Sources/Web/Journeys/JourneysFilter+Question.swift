import Insight
import Kernel
import Office

extension JourneysFilter {
    var programme: String? { typed["programme"] }
    var agencies: [String] { typed.values("agency") }
    var reaching: String? { typed["reaching"] }

    /// What is asked of the journeys; two cohorts only where all that a comparison needs was said.
    var question: JourneyQuestion {
        var question = JourneyQuestion(asked(cohort))
        if let cohort, let beside, let reaching, state.errors.isEmpty {
            question.compare(
                (cohort.name, asked(cohort)), with: (beside.name, asked(beside)),
                CohortQuestion(reaching: reaching, within: within, since: StoreLog.activity("referral.made")))
        }
        return question
    }

    private func asked(_ cohort: JourneyCohort?) -> AskedJourneys {
        AskedJourneys(programme: programme, cohort: cohort, agencies: agencies, period: period)
    }

    // MARK: Addresses

    /// The filter as an address carries it, with some names left out and others added.
    func query(without names: Set<String> = [], adding more: [(String, String)] = []) -> [(String, String)] {
        typed.all.filter { !names.contains($0.name) }.map { ($0.name, $0.value) } + more
    }

    // MARK: In words

    /// Whose journeys, for a page that is printed without the form; nil when everybody's.
    var words: String? {
        var said: [String] = []
        if let programme { said.append("Programme: \(programme).") }
        if let cohort { said.append("First referred in \(cohort.name).") }
        if !agencies.isEmpty { said.append("With \(agencies.joined(separator: " or ")).") }
        if let period { said.append("Something happened in \(period.name).") }
        return said.isEmpty ? nil : said.joined(separator: " ")
    }

    /// What was asked, for other programs.
    var json: JSON {
        var members: [JSON.Member] = []
        func say(_ name: String, _ value: JSON?) { if let value { members.append(JSON.Member(name, value)) } }
        say("programme", programme.map { JSON.string($0) })
        say("cohort", cohort.map { JSON.string($0.text) })
        if !agencies.isEmpty { say("agencies", JSON.array(agencies.map { JSON.string($0) })) }
        say("period", period.map { JSON.string($0.text) })
        if let asked = question.reaching {
            say("beside", beside.map { JSON.string($0.text) })
            say("reaching", JSON.string(asked.reaching))
            say("within_days", JSON.int(asked.within))
            say("since", asked.since.map { JSON.string($0) })
        }
        return .object(members)
    }
}
