import Casework
import Kernel
import Records

/// What has become of the letter that tells somebody when their time on a programme ends. It follows from the attachment,
/// which set the day.
struct EndingLetterState {
    private let state: OutboxState

    /// - Returns: nil where there is no such letter.
    init?(of referral: Referral, among letters: [Identifier<Event<CaseFile>>: OutboxState]) {
        guard let attached = referral.attachment?.event.id, let state = letters[attached] else { return nil }
        self.state = state
    }

    /// `Sent by e-mail on 21 May 2014`, after *Letter about the end*.
    var words: String {
        let why = state.reason.map { " \($0)" } ?? ""
        return switch state.stage {
        case .sent: state.ended.map { "Sent by e-mail on \($0.day.written)" } ?? "Sent by e-mail"
        case .waiting where state.reason == nil: "On its way by e-mail"
        case .waiting: "Not sent by e-mail yet: the mail server did not take it, and is tried again"
        case .failed: "Not delivered by e-mail, so they have to be told.\(why)"
        case .withheld: "Not sent.\(why)"
        }
    }
}
