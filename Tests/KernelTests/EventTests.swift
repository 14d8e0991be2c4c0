import Kernel
import Testing

@Suite("Events")
struct EventTests {
    @Test("An occurrence known to the day and one known to the moment are both read back")
    func occurrenceRoundTrip() throws {
        let day = Occurrence.day(try CalendarDay("2012-06-30"))
        let instant = Occurrence.instant(try Instant("2012-06-30T23:30:00.000Z"))
        #expect(try Occurrence(day.description) == day)
        #expect(try Occurrence(instant.description) == instant)
    }

    @Test("The day of an occurrence is the day in London")
    func occurrenceDay() throws {
        #expect(try Occurrence("2012-06-30").day.description == "2012-06-30")
        #expect(try Occurrence("2012-06-30T23:30:00.000Z").day.description == "2012-07-01")
    }

    @Test(
        "Text that is neither a day nor a moment is refused",
        arguments: [("", "instant.unreadable"), ("2012-06-31", "day.none"), ("yesterday!", "day.unreadable")])
    func refusesOtherText(text: String, code: String) {
        #expect(refusal { () throws(Refusal) in try Occurrence(text) } == code)
    }

    @Test("The words that stored events hold for roles and retention classes never change")
    func storedWords() {
        #expect(
            Role.allCases.map(\.rawValue) == [
                "adviser", "provider-adviser", "provider-manager", "team-manager", "in-work-officer",
                "work-psychologist",
                "home-visitor", "signing-officer", "benefit-centre-officer", "decision-maker", "commissioner",
                "auditor",
                "analyst", "interviewer", "directory-editor", "safeguarding-lead", "information-governance-lead",
                "administrator", "referral-receiver", "customer", "supporter", "system",
            ])
        #expect(RetentionClass.allCases.map(\.rawValue) == ["identity", "support", "evidence", "safety"])
        #expect(Role.informationGovernanceLead.title == "Information governance lead")
    }

    @Test("A sealed value answers only while it is open")
    func sealedValue() {
        #expect(Sealed.open("Ada").value == "Ada")
        #expect(Sealed<String>.shut.value == nil)
    }

    @Test("A refusal said about a field keeps its code, its sentence and its rule")
    func refusalAboutAField() {
        let refusal = Refusal("day.none", "There is no such day.", rule: "ours").about("born")
        #expect(refusal == Refusal("day.none", "There is no such day.", rule: "ours", field: "born"))
        #expect("\(refusal)" == "There is no such day.")
    }
}
