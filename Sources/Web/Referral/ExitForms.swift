import Casework
import Kernel
import Office

/// The jobcentre records that somebody's time on a programme is over, and why.
struct EndReferralForm: CaseForm {
    static let name = CaseFormName.endReferral
    static let title = "The end of the programme"
    static let button = "Record the end"
    static let said = Said.programmeEnded
    static let checks = true

    private static let wordsLabel = "What we write to them about it"

    let until: CalendarDay

    static func load(_ form: CaseFormVisit) async throws -> Self {
        guard let attachment = try form.referral().attachment else {
            throw Refusal(
                "exit.not-attached",
                "They are not attached to the programme yet, so it cannot end. A query ends a referral before that.")
        }
        return EndReferralForm(until: attachment.until)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p {
                "The allotted time runs until \(until.written). Recording the end stops the help and no payment: what the "
                "provider has earned still falls due."
            }
            Radios(
                "reason", label: "Why is it over?", ExitReason.allCases.map { Choice($0.rawValue, $0.title) }, in: state
            )
            DayField("on", label: "Last day with the provider", in: state)
            TextArea(
                "words", label: Self.wordsLabel, hint: "It stands in their letter and on their page", optional: true,
                in: state)
        }
    }

    func read(_ form: FormReader) throws -> EndReferral {
        EndReferral(
            reason: form.choice("reason", label: "Why is it over?"),
            on: form.day("on", label: "Last day with the provider"),
            words: try form.words(label: Self.wordsLabel))
    }

    func answers(_ command: EndReferral) -> [(String, String)] {
        [
            ("Why", command.reason.title), ("Last day with the provider", command.on.written),
            (Self.wordsLabel, command.words?.text ?? "Nothing written"),
        ]
    }
}

/// The jobcentre records a new claim inside the allotted time.
struct ReturnForm: CaseForm {
    static let name = CaseFormName.returned
    static let title = "Back on benefit"
    static let button = "Record the return"
    static let said = Said.returned

    let until: CalendarDay
    let provider: String

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let referral = try form.referral()
        guard let attachment = referral.attachment else {
            throw Refusal(
                "exit.not-attached",
                "They are not attached to the programme yet, so they cannot come back to it. Look at their referral.")
        }
        let provider = referral.holder.map(form.opened.names.organisation)
        return ReturnForm(until: attachment.until, provider: provider ?? "the same provider")
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p {
                "They go back to \(provider), for the time that remains: until \(until.written). "
                "It finds them among what is due, and makes contact."
            }
            DayField("on", label: "Day of the new claim", in: state)
        }
    }

    func read(_ form: FormReader) throws -> RecordReturn {
        RecordReturn(on: form.day("on", label: "Day of the new claim"))
    }
}
