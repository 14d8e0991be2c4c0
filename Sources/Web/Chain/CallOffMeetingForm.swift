import Casework
import Kernel
import Office

/// Says that a last meeting with both advisers, which somebody wanted, will not be held.
struct CallOffMeetingForm: CaseForm {
    static let name = CaseFormName.callOffMeeting
    static let title = "No last meeting"
    static let button = "Record that there is none"
    static let said = Said.meetingCalledOff

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let referral = try form.referral()
        // A form that is sent twice finds none that is wanted.
        let isAgain = form.isSent || form.opened.seen.id == SpecimenCase.id
        guard referral.meetingWanted != nil || isAgain else { throw HandoverOffer.noneWanted }
        return CallOffMeetingForm()
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "They wanted a last meeting with both advisers. Where it was held, record a warm handover instead." }
            Radios(
                "answer", label: "Why is it not held?",
                [
                    Choice(HandoverOffer.Answer.declined.rawValue, "They do not want one any more"),
                    Choice(HandoverOffer.Answer.impossible.rawValue, HandoverOffer.Answer.impossible.title),
                ], in: state)
        }
    }

    func read(_ form: FormReader) throws -> CallOffMeeting {
        let answers: [HandoverOffer.Answer] = [.declined, .impossible]
        let answer = form.choice("answer", label: "Why is it not held?", of: answers.map(\.rawValue))
        return CallOffMeeting(HandoverOffer.Answer(rawValue: answer) ?? .wanted)
    }
}
