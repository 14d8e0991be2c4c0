/// One of the answers a page offers.
public struct Choice: Sendable {
    let value: String
    let text: String
    let hint: String?

    public init(_ value: String, _ text: String, hint: String? = nil) {
        self.value = value
        self.text = text
        self.hint = hint
    }
}

/// One answer of a few, all in sight.
public struct Radios: Component {
    private let field: Field
    private let choices: [Choice]
    private let inLine: Bool

    /// - Parameter inLine: side by side: for two or three short answers.
    public init(
        _ name: String, label: String, hint: String? = nil, inLine: Bool = false, optional: Bool = false,
        _ choices: [Choice], in state: FormState
    ) {
        field = Field(name, label, hint: hint, optional: optional, in: state)
        self.inLine = inLine
        self.choices = choices
        state.notes?.show(name, hint: hint, choices: choices)
    }

    public var body: some HTML {
        field.group {
            div(.class(inLine ? "choices in-line" : "choices")) {
                for (index, choice) in choices.enumerated() {
                    ChoiceBox(field: field, choice: choice, index: index, type: .radio)
                }
            }
        }
    }
}

/// As many answers as apply.
public struct Checkboxes: Component {
    private let field: Field
    private let choices: [Choice]

    public init(
        _ name: String, label: String, hint: String? = nil, optional: Bool = false, _ choices: [Choice],
        in state: FormState
    ) {
        field = Field(name, label, hint: hint, optional: optional, in: state)
        self.choices = choices
        state.notes?.show(name, hint: hint, choices: choices)
    }

    public var body: some HTML {
        field.group {
            div(.class("choices")) {
                for (index, choice) in choices.enumerated() {
                    ChoiceBox(field: field, choice: choice, index: index, type: .checkbox)
                }
            }
        }
    }
}

/// One box to tick.
public struct Checkbox: Component {
    private let field: Field
    private let hint: String?

    public init(_ name: String, label caption: String, hint: String? = nil, in state: FormState) {
        field = Field(name, caption, hint: nil, optional: false, in: state)
        self.hint = hint
        state.notes?.show(name, hint: hint, choices: [Choice("yes", caption)])
    }

    public var body: some HTML {
        div(.class(field.invalid ? "field wrong" : "field")) {
            div(.class("choices")) {
                ChoiceBox(
                    field: field, choice: Choice("yes", field.caption, hint: hint), index: 0, type: .checkbox)
            }
            field.errorText
        }
    }
}

private struct ChoiceBox: Component {
    let field: Field
    let choice: Choice
    let index: Int
    let type: Attribute.InputType

    private var id: String { index == 0 ? field.name : "\(field.name)-\(index + 1)" }

    var body: some HTML {
        div {
            input(
                .id(id), .name(field.name), .type(type), .value(choice.value),
                .checked(field.state.fields.values(field.name).contains(choice.value)),
                .ariaDescribedBy(choice.hint == nil ? [] : ["\(id)-hint"]))
            label(.for(id)) { choice.text }
            if let hint = choice.hint { p(.class("hint"), .id("\(id)-hint")) { hint } }
        }
    }
}

/// One answer of many, in a list that opens.
public struct Select: Component {
    private let field: Field
    private let choices: [Choice]

    public init(
        _ name: String, label: String, hint: String? = nil, optional: Bool = false, _ choices: [Choice],
        in state: FormState
    ) {
        field = Field(name, label, hint: hint, optional: optional, in: state)
        self.choices = choices
        state.notes?.show(name, hint: hint, choices: choices)
    }

    public var body: some HTML {
        field.single {
            select(.id(field.name), .name(field.name), field.described, .ariaInvalid(field.invalid)) {
                option(.value("")) { field.state.words.chooseOne }
                for choice in choices {
                    option(.value(choice.value), .selected(choice.value == field.value)) { choice.text }
                }
            }
        }
    }
}
