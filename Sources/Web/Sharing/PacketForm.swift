import Casework
import Kernel
import Office

/// Records that the person released the same to several services at once (G-035).
struct PacketForm: SharingForm {
    static let name = CaseFormName.packet
    static let title = "What they sent to several services"
    static let button = "Record that they agreed"
    static let said = Said.shared
    static let checks = true

    let terms: ShareTerms
    private let answer: ShareAnswer
    private let most: Int

    static func load(_ form: CaseFormVisit) async throws -> Self {
        PacketForm(
            terms: try await ShareTerms(form), answer: ShareAnswer(form),
            most: form.visit.office.sharing.packetServices)
    }

    private static let whoLabel = "Which services get it?"
    private static let kindsLabel = "What may all of them see?"

    var initial: FormFields { FormFields(answer.initial) }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p {
                "Each service gets an application with what is ticked, under a consent of its own that can be stopped by itself. What only one of them is to see is shared by itself."
            }
            Checkboxes("recipient", label: Self.whoLabel, hint: "At most \(most).", terms.organisations, in: state)
            Checkboxes(
                "categories", label: Self.kindsLabel, hint: "Only what they say yes to. Nothing else is opened.",
                Packet.kinds.map { Choice($0.rawValue, $0.title.capitalisedFirst) }, in: state)
            Radios("purpose", label: ShareTerms.purposeLabel, purposes, in: state)
            answer.until(in: state)
            answer.how(in: state)
        }
    }

    private var purposes: [Choice] { terms.purposes(taking: Packet.kinds) }

    func read(_ form: FormReader) throws -> ReleasePacket {
        let recipients = form.choices(
            "recipient", label: Self.whoLabel, of: terms.organisations.map(\.value), atLeast: 1)
        let kinds = form.choices(
            "categories", label: Self.kindsLabel, of: Packet.kinds.map(\.rawValue), atLeast: 1)
        return ReleasePacket(
            to: recipients.compactMap { try? Identifier<Organisation>($0) },
            kinds.compactMap(Casework.Category.init(rawValue:)),
            purpose: form.choice("purpose", label: ShareTerms.purposeLabel, of: purposes.map(\.value)),
            until: answer.readUntil(form), how: answer.readHow(form))
    }

    func answers(_ command: ReleasePacket) -> [(String, String)] {
        command.terms.flatMap { terms.answers($0) }
            + [("Until", command.until.written), ("They told us", command.how.title)]
    }
}
