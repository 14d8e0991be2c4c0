/// A whole number chosen by sliding between two ends, which stand beside it.
///
/// Beside them stands the number that the page was made with; with scripts it goes along while somebody slides. Listeners
/// hear the number from the slider itself, so what stands beside it is not read to them.
public struct RangeField: Component {
    private let field: Field
    private let bounds: ClosedRange<Int>
    private let usual: Int

    /// - Parameter usual: where it stands before anybody has chosen.
    public init(
        _ name: String, label caption: String, hint: String? = nil, in bounds: ClosedRange<Int>, usual: Int,
        _ state: FormState
    ) {
        field = Field(name, caption, hint: hint, optional: false, in: state)
        self.bounds = bounds
        self.usual = usual
    }

    private var value: String { field.value ?? String(usual) }

    public var body: some HTML {
        field.single {
            div(.class("range")) {
                span(.ariaHidden()) { "\(bounds.lowerBound)" }
                input(
                    .id(field.name), .name(field.name), .type(.range), .min(bounds.lowerBound),
                    .max(bounds.upperBound), .value(value), field.described, .ariaInvalid(field.invalid))
                span(.ariaHidden()) { "\(bounds.upperBound)" }
                strong(.id("\(field.name)-value"), .ariaHidden()) { value }
                script(src: Asset.range.address)
            }
        }
    }
}
