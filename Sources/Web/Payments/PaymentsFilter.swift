import Casework
import Kernel

/// Which payments a page shows: a period, and one kind or all.
struct PaymentsFilter: Sendable {
    let from: CalendarDay
    /// The last day.
    let until: CalendarDay
    let kind: LineKind?
    let state: FormState

    /// Reads the address; the last twelve months where it names no period, or one that cannot be.
    init(_ visit: Visit) {
        let today = visit.today
        var words = SurfaceWords.english
        words.chooseOne = "Any"
        let typed = FormFields([
            "from": visit.query("from") ?? today.adding(years: -1).adding(days: 1).description,
            "until": visit.query("until") ?? today.description, "kind": visit.query("kind") ?? "",
        ])
        do {
            let read = try FormReader.read(typed) { form in
                let (from, until) = (form.day("from", label: "From"), form.day("until", label: "To"))
                if until < from {
                    form.note(
                        Refusal(
                            "payments.period", "The last day is before the first. Change one of them.", field: "until"))
                }
                return (from, until)
            }
            (from, until) = read
            state = FormState(
                typed.setting("from", to: read.0.written).setting("until", to: read.1.written), words: words)
        } catch {
            (from, until) = (today.adding(years: -1).adding(days: 1), today)
            state = FormState(typed, errors: error as? FormErrors ?? FormErrors(), words: words)
        }
        kind = LineKind(rawValue: typed["kind"] ?? "")
    }

    /// The filter as an address carries it.
    var query: [(String, String)] {
        [("from", from.description), ("until", until.description)] + (kind.map { [("kind", $0.rawValue)] } ?? [])
    }

    /// `1 June 2012 to 31 May 2013`
    var words: String { "\(from.written) to \(until.written)" }
}
