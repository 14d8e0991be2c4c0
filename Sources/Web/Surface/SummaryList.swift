/// Names and values, each with a way to change it: a record on a page, or the answers to check before sending.
public struct SummaryList<Rows: HTML>: Component {
    private let rows: Rows

    /// - Parameter rows: `SummaryRow`s.
    public init(@HTMLBuilder rows: () -> Rows) { self.rows = rows() }

    public var body: some HTML {
        dl(.class("summary")) { rows }
    }
}

/// One name and its value.
public struct SummaryRow<Value: HTML>: Component {
    private let name: String
    private let value: Value
    private let change: String?
    private let words: SurfaceWords

    /// - Parameter change: where it is changed; the link says what it changes to those who hear it.
    public init(
        _ name: String, change: String? = nil, words: SurfaceWords = .current, @HTMLBuilder value: () -> Value
    ) {
        self.name = name
        self.change = change
        self.words = words
        self.value = value()
    }

    public var body: some HTML {
        div {
            dt { name }
            dd { value }
            if let change {
                dd(.class("change")) {
                    a(.href(change)) {
                        words.change
                        span(.class("unseen")) { " \(name)" }
                    }
                }
            }
        }
    }
}

/// What is left to do, each with where it stands.
public struct TaskList<Tasks: HTML>: Component {
    private let tasks: Tasks

    /// - Parameter tasks: `TaskRow`s.
    public init(@HTMLBuilder tasks: () -> Tasks) { self.tasks = tasks() }

    public var body: some HTML {
        ul(.class("tasks")) { tasks }
    }
}

/// One thing to do: where it is done, and its state.
public struct TaskRow: Component {
    private let name: String
    private let address: String?
    private let hint: String?
    private let tag: StatusTag

    /// - Parameter address: nil while it cannot be started.
    public init(_ name: String, to address: String?, hint: String? = nil, _ tag: StatusTag) {
        self.name = name
        self.address = address
        self.hint = hint
        self.tag = tag
    }

    public var body: some HTML {
        li {
            div {
                if let address { a(.href(address)) { name } } else { name }
                if let hint { p(.class("hint")) { hint } }
            }
            tag
        }
    }
}
