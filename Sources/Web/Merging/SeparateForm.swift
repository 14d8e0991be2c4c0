import Casework
import Kernel
import Office

/// Takes two records apart again, and asks of each later entry whose it is.
struct SeparateForm: CaseForm {
    static let name = CaseFormName.separate
    static let title = "Take two records apart"
    static let button = "Take them apart"
    static let said = Said.separated
    static let checks = true
    static let hasItem = true

    let other: Identifier<CaseFile>
    let since: CalendarDay
    let later: LaterEntries
    private let subject: Identifier<CaseFile>
    private let visit: Visit
    private let events: [Event<CaseFile>]
    private let names: Names
    /// What each later entry that the reader sees says, and whose it is.
    private let told: [Identifier<Event<CaseFile>>: (headline: String, detail: String)]

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let other: Identifier<CaseFile> = try form.item()
        let seen = form.opened.seen
        guard let absorbed = seen.merges?.absorbed.first(where: { $0.other == other }) else {
            throw Refusal("merge.apart", "The other record is not part of this one, so there is nothing to take apart.")
        }
        let entries = Casework.Timeline.entries(
            form.opened.events, through: seen.sight, names: form.opened.names, programmes: form.visit.office.programmes,
            tools: form.visit.office.tools)
        return SeparateForm(
            other: other, since: absorbed.event.day,
            later: LaterEntries(since: other, on: seen.id, in: form.opened.events), subject: seen.id,
            visit: form.visit, events: form.opened.events, names: form.opened.names,
            told: Dictionary(
                entries.map { entry -> (Identifier<Event<CaseFile>>, (headline: String, detail: String)) in
                    let names = form.opened.names
                    let by = "\(names.person(entry.by.person)), \(names.organisation(entry.by.organisation))"
                    return (
                        entry.event,
                        (
                            "\(entry.day.written): \(entry.headline)",
                            [entry.detail, by].compactMap(\.self).joined(separator: " · ")
                        )
                    )
                }
            ) { first, _ in first })
    }

    private func say(_ event: Identifier<Event<CaseFile>>) -> String {
        told[event]?.headline ?? "An entry that is not for you to read"
    }

    private func say(_ thread: LaterEntries.Thread) -> String {
        let more = thread.events.count - 1
        return say(thread.id) + (more == 0 ? "" : more == 1 ? ", and what followed" : ", and \(more) that followed")
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "They have been one record since \(since.written). What each held before goes back to it by itself." }
            if later.asked.isEmpty {
                p { "Nothing was recorded since that could be either's, so there is nothing to choose." }
            } else {
                Checkboxes(
                    "given", label: "Which of these are about the other person?",
                    hint: "What is not ticked stays on this record.", optional: true,
                    later.asked.map { Choice($0.id.description, say($0), hint: told[$0.id]?.detail) }, in: state)
            }
            list("Goes back with the other, because it is about something on it", later.goingBack)
            list("Stays here, because it is about something here, or about both", later.staying)
            TextArea(
                "words", label: "Why are they taken apart?", hint: "Both people may read this one day.", in: state)
        }
    }

    private func list(_ title: String, _ events: [Identifier<Event<CaseFile>>]) -> Fragment {
        Fragment {
            if !events.isEmpty {
                Disclosure("\(title) (\(events.count))") { ul { ForEach(events) { event in li { say(event) } } } }
            }
        }
    }

    func read(_ form: FormReader) throws -> SeparateRecords {
        let given = form.choices(
            "given", label: "Which of these are about the other person?", of: later.asked.map(\.id.description))
        return SeparateRecords(
            other: other, given: Set(try given.map { try Identifier($0) }),
            why: try form.neededWords(label: "Why are they taken apart?"))
    }

    func answers(_ command: SeparateRecords) -> [(String, String)] {
        let (given, kept) = (
            later.asked.filter { command.given.contains($0.id) }, later.asked.filter { !command.given.contains($0.id) }
        )
        func listed(_ threads: [LaterEntries.Thread]) -> String {
            threads.isEmpty
                ? "Nothing"
                : threads.map { say($0) + (told[$0.id].map { " (\($0.detail))" } ?? "") }.joined(separator: "; ")
        }
        return [
            ("Goes with the other", listed(given)), ("Stays here", listed(kept)), ("Why", command.why.text),
        ]
    }

    static let identityFollows =
        "Names, numbers and contacts go back to what each record said, with what was put right here since."
    static let keysFollow = [
        "Nobody comes in to either person's own page until they are let in again.",
        "Each is kept and erased on its own from now on.",
    ]

    /// What is due for each once some threads go with the other.
    func consequences(giving given: Set<Identifier<Event<CaseFile>>>) -> SeparationConsequences {
        SeparationConsequences(
            of: subject, without: other, giving: given, in: events, names: names,
            programmes: visit.office.programmes, sharing: visit.office.sharing, by: visit.actor,
            at: visit.office.clock.now)
    }

    func preview(_ command: SeparateRecords) -> Fragment? {
        let consequences = consequences(giving: command.given)
        return Fragment {
            h2 { "What follows" }
            p { Self.identityFollows }
            sentences("Referrals and draws", consequences.referrals)
            h3 { "Payments" }
            p { "What is due for each is worked out again, from its own entries:" }
            ul { ForEach(consequences.payments) { sentence in li { sentence } } }
            sentences("Appointments", consequences.appointments)
            sentences("Who sees it", consequences.viewers)
            h3 { "Their own page and their keys" }
            ForEach(Self.keysFollow) { sentence in p { sentence } }
        }
    }

    private func sentences(_ heading: String, _ sentences: [String]) -> Fragment {
        Fragment {
            h3 { heading }
            ul { ForEach(sentences) { sentence in li { sentence } } }
        }
    }
}
