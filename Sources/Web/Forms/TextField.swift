import Casework

/// One line of text.
public struct TextField: Component {
    public enum Kind: Sendable { case text, email, telephone, password, search, wholeNumber, money }

    private let field: Field
    private let kind: Kind
    private let characters: Int?
    private let autocomplete: Attribute.Autocomplete?

    /// - Parameters:
    ///   - characters: how many it is wide; nil fills the column.
    ///   - autocomplete: what the browser may fill in, where the form is about the person who fills it in.
    public init(
        _ name: String, label caption: String, hint: String? = nil, kind: Kind = .text, characters: Int? = nil,
        autocomplete: Attribute.Autocomplete? = nil, optional: Bool = false, in state: FormState
    ) {
        field = Field(name, caption, hint: hint, optional: optional, in: state)
        self.kind = kind
        self.characters = characters
        self.autocomplete = autocomplete
    }

    public var body: some HTML {
        field.single {
            if kind == .money {
                div(.class("money")) {
                    span(.ariaHidden()) { "£" }
                    box
                }
            } else {
                box
            }
        }
    }

    private var box: some HTML {
        // What was typed as a password is the one thing not sent back.
        input(
            .id(field.name), .name(field.name), .type(type), .value(kind == .password ? nil : field.value),
            .size(characters), .class(characters == nil ? nil : "sized"), .inputmode(mode), .autocomplete(autocomplete),
            .spellcheck(kind == .text || kind == .search), field.described, .ariaInvalid(field.invalid))
    }

    private var type: Attribute.InputType {
        switch kind {
        case .email: .email
        case .telephone: .telephone
        case .password: .password
        case .search: .search
        case .text, .wholeNumber, .money: .text
        }
    }

    private var mode: Attribute.InputMode? {
        switch kind {
        case .wholeNumber: .numeric
        case .money: .decimal
        default: nil
        }
    }
}

/// An amount in pounds.
public struct MoneyField: Component {
    private let field: TextField

    public init(_ name: String, label: String, hint: String? = nil, optional: Bool = false, in state: FormState) {
        field = TextField(
            name, label: label, hint: hint, kind: .money, characters: 10, optional: optional, in: state)
    }

    public var body: some HTML { field }
}

/// A file to be kept with what the form records. A browser fills in none, so it is asked for again after a mistake.
public struct FileField: Component {
    private let field: Field

    public init(_ name: String, label: String, hint: String, in state: FormState) {
        field = Field(
            name, label, hint: state.errors.isEmpty ? hint : "\(hint) \(FormWords.fileAgain())",
            optional: true, in: state)
    }

    public var body: some HTML {
        field.single {
            input(
                .id(field.name), .name(field.name), .type(.file),
                .accept("image/jpeg,image/png,application/pdf"), field.described, .ariaInvalid(field.invalid))
        }
    }
}

/// Text of several lines.
public struct TextArea: Component {
    private let field: Field
    private let lines: Int

    public init(
        _ name: String, label: String, hint: String? = nil, rows lines: Int = 5, optional: Bool = false,
        in state: FormState
    ) {
        field = Field(name, label, hint: hint, optional: optional, in: state)
        self.lines = lines
    }

    public var body: some HTML {
        field.single {
            textarea(
                .id(field.name), .name(field.name), .rows(lines), field.described, .ariaInvalid(field.invalid)
            ) { field.value ?? "" }
        }
    }
}
