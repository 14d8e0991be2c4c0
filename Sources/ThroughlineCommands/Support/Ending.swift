import ArgumentParser
import Kernel
import Programmes
import Records

/// How a command that threw ends: its status, and the sentence for standard error.
struct Ending {
    let status: Int32
    let sentence: String?

    /// - Returns: nil for what the argument parser throws, which has words and a status of its own.
    init?(_ error: any Error) {
        switch error {
        case let refusal as Refusal: self.init(1, refusal.sentence)
        case let fault as RecordsFault: self.init(1, fault.sentence)
        case let fault as ProgrammeFault: self.init(1, fault.description)
        case let fault as JSONFault:
            self.init(1, "Something in the store or the file is not as it should be: \(fault).")
        case is ReaderGone: self.init(0, nil)
        default: return nil
        }
    }

    private init(_ status: Int32, _ sentence: String?) {
        self.status = status
        self.sentence = sentence
    }
}

extension RecordsFault {
    /// What to tell whoever ran the command.
    var sentence: String {
        switch self {
        case .storage(let sentence), .unreadable(let sentence): sentence
        case .newer(let found, let known):
            "This store was made by a later version of Throughline (its tables are at \(found), this program knows "
                + "\(known)). Use that version."
        case .crossed: "Too many programs were writing at once, so nothing was saved. Run it again."
        case .constraint(let name): "The store would not keep this because of its rule \(name). Nothing was saved."
        case .fault(let detail): "Throughline met a fault of its own; please report it: \(detail)"
        }
    }
}
