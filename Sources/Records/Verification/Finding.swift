/// One thing that is not as it was recorded.
public enum Finding: Sendable, Hashable {
    case brokenLink(stream: String, subject: String, sequence: Int)
    case clearAltered(stream: String, subject: String, sequence: Int)
    case sealedAltered(stream: String, subject: String, sequence: Int)
    /// A payload is gone and no erasure accounts for it.
    case payloadMissing(stream: String, subject: String, sequence: Int)
    /// The key that closes it is not there, or is not one that the master key wrapped.
    case keyMissing(stream: String, subject: String, sequence: Int)
    case gap(stream: String, subject: String, from: Int, to: Int)
    case missingTail(stream: String, subject: String, last: Int, recorded: Int)
    case missingStream(stream: String, subject: String, recorded: Int)
    /// The stream's own row does not say where the stream ends.
    case headDiffers(stream: String, subject: String)
    /// An event is not the one that a checkpoint signed.
    case signedOtherwise(stream: String, subject: String, sequence: Int)
    case checkpointMissing(from: Int, to: Int)
    case checkpointAltered(number: Int)
    case checkpointSignature(number: Int)

    public var sentence: String {
        switch self {
        case .brokenLink(let stream, let subject, let sequence):
            "Broken link: event \(sequence) of \(stream) \(subject) is not the one that was recorded there."
        case .clearAltered(let stream, let subject, let sequence):
            "Altered payload: the clear payload of event \(sequence) of \(stream) \(subject) has been changed."
        case .sealedAltered(let stream, let subject, let sequence):
            "Altered payload: the sealed payload of event \(sequence) of \(stream) \(subject) has been changed."
        case .payloadMissing(let stream, let subject, let sequence):
            "Missing payload: a payload of event \(sequence) of \(stream) \(subject) is gone, and no erasure accounts for it."
        case .keyMissing(let stream, let subject, let sequence):
            "Missing key: the key to the sealed payload of event \(sequence) of \(stream) \(subject) is gone or damaged."
        case .gap(let stream, let subject, let from, let to):
            "Missing events: events \(from) to \(to) of \(stream) \(subject) are gone."
        case .missingTail(let stream, let subject, let last, let recorded):
            "Missing tail: \(stream) \(subject) ends at event \(last), and \(recorded) were recorded."
        case .missingStream(let stream, let subject, let recorded):
            "Missing stream: \(stream) \(subject) is gone; \(recorded) of its events were recorded."
        case .headDiffers(let stream, let subject):
            "Wrong head: the row of \(stream) \(subject) does not say where the stream ends."
        case .signedOtherwise(let stream, let subject, let sequence):
            "Wrong event: event \(sequence) of \(stream) \(subject) is not the one a checkpoint signed."
        case .checkpointMissing(let from, let to): "Missing checkpoints: \(from) to \(to) are gone."
        case .checkpointAltered(let number):
            "Altered checkpoint: checkpoint \(number) or a head it signed has been changed."
        case .checkpointSignature(let number):
            "Wrong signature: checkpoint \(number) was not signed with this store's master key."
        }
    }
}
