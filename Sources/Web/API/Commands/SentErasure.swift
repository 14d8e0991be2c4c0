import Kernel

/// An erasure as it was sent.
struct SentErasure: Sendable {
    let isSure: Bool
    let seen: Int
    let classes: Set<RetentionClass>

    init(_ form: FormReader) {
        isSure = form.ticked("sure")
        seen = form.wholeNumber("seen", label: "The sequence of the record that was read", in: 0...1_000_000_000)
        classes = Set(
            form.choices("classes", label: "What goes", of: RetentionClass.allCases.map(\.rawValue))
                .compactMap(RetentionClass.init(rawValue:)))
    }
}
