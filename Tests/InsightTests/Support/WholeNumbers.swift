import Kernel

extension JSON {
    /// Every whole number in it, however deep.
    var wholeNumbers: [Int] {
        switch self {
        case .int(let number): [number]
        case .array(let values): values.flatMap(\.wholeNumbers)
        case .object(let members): members.flatMap { $0.value.wholeNumbers }
        default: []
        }
    }
}
