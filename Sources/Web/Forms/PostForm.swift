import Kernel

/// A form that changes something: its seal, what is wrong with it, and its fields.
public struct PostForm<Fields: HTML>: Component {
    private let action: String
    private let seal: FormSeal
    private let state: FormState
    private let takesFiles: Bool
    private let fields: Fields

    /// - Parameters:
    ///   - action: where it is sent.
    ///   - state: what was typed and what was wrong; its errors stand above the fields.
    ///   - takesFiles: whether a file may be chosen on it.
    public init(
        to action: String, seal: FormSeal, state: FormState = FormState(), takesFiles: Bool = false,
        @HTMLBuilder fields: () -> Fields
    ) {
        self.takesFiles = takesFiles
        self.action = action
        self.seal = seal
        self.state = state
        self.fields = fields()
    }

    public var body: some HTML {
        form(.method(.post), .action(action), .multipart(takesFiles), .novalidate()) {
            seal
            if !state.errors.isEmpty { ErrorSummary(state) }
            fields
        }
    }
}

/// Everything wrong with a form, each with a link to its field; the focus is on it when the page opens.
public struct ErrorSummary: Component {
    private let state: FormState

    public init(_ state: FormState) { self.state = state }

    public var body: some HTML {
        div(.class("problems"), .role("alert"), .tabindex(-1), .autofocus(), .ariaLabelledBy("problems")) {
            h2(.id("problems")) { state.words.problem }
            ul {
                for refusal in state.errors.refusals {
                    li {
                        if let field = refusal.field {
                            a(.href("#\(field)")) { refusal.sentence }
                        } else {
                            refusal.sentence
                        }
                    }
                }
            }
        }
    }
}

/// A button that says what it does: *Send this notice*.
public struct SubmitButton: Component {
    public enum Kind: String, Sendable {
        /// What the page is for: one a page.
        case primary
        case secondary
        /// Cannot be undone, or takes something away.
        case grave
    }

    private let effect: String
    private let kind: Kind
    private let choice: (name: String, value: String)?

    /// - Parameter choice: a name and value sent when this button of several was pressed.
    public init(_ effect: String, _ kind: Kind = .primary, choice: (name: String, value: String)? = nil) {
        self.effect = effect
        self.kind = kind
        self.choice = choice
    }

    public var body: some HTML {
        if let choice {
            button(.class(kind.rawValue), .submits(), .name(choice.name), .value(choice.value)) { effect }
        } else {
            button(.class(kind.rawValue), .submits()) { effect }
        }
    }
}

/// The buttons of a form, in a row, the one the page is for first.
public struct Buttons<Content: HTML>: Component {
    private let content: Content

    public init(@HTMLBuilder content: () -> Content) { self.content = content() }

    public var body: some HTML { div(.class("buttons")) { content } }
}

/// Fields that belong together, under a legend.
public struct FieldGroup<Fields: HTML>: Component {
    private let caption: String
    private let fields: Fields

    public init(_ caption: String, @HTMLBuilder fields: () -> Fields) {
        self.caption = caption
        self.fields = fields()
    }

    public var body: some HTML {
        fieldset(.class("group")) {
            legend { caption }
            fields
        }
    }
}
