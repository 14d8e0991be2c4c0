import Kernel
import Office

/// Addresses that ask for single days, `from` and `until`, as somebody may have kept one.
extension JourneysFilter {
    private static let dayFields = ["from", "until"]

    /// Where the same is asked of the month, the quarter or the year that holds the days; nil where none does.
    static func address(holdingDaysOf sent: FormFields) -> String? {
        guard asksForDays(sent) else { return nil }
        let form = FormReader(sent)
        let first = form.optionalDay("from", label: JourneysLabel.period)
        let last = form.optionalDay("until", label: JourneysLabel.period)
        guard let first, let last, let period = JourneyPeriod(holding: first, last) else { return nil }
        let others = sent.all.filter { !dayFields.contains($0.name) && $0.name != "period" }.map { ($0.name, $0.value) }
        return SiteURL.journeys(others + [("period", period.text)]).address
    }

    /// Whether an address asks for days, and names no period.
    private static func asksForDays(_ sent: FormFields) -> Bool {
        func says(_ name: String) -> Bool {
            sent.values(name).contains { value in value.contains { !$0.isWhitespace } }
        }
        return !says("period") && dayFields.contains { says($0) }
    }

    /// Says that days cannot be asked for, where an address does and no period holds them.
    static func noteDays(_ sent: FormFields, in form: FormReader) {
        guard asksForDays(sent) else { return }
        form.note(
            Refusal(
                "journeys.days",
                "The days in this address are in no one month, quarter or year from April. Choose from “\(JourneysLabel.period)”.",
                field: "period"))
    }
}
