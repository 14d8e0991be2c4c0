/// What happened, newest first: a day, a shape, a sentence, and what follows from it.
public struct Timeline<Entries: HTML>: Component {
    private let entries: Entries

    /// - Parameter entries: `TimelineEntry`s.
    public init(@HTMLBuilder entries: () -> Entries) { self.entries = entries() }

    public var body: some HTML {
        ol(.class("timeline")) { entries }
    }
}

/// One thing that happened.
public struct TimelineEntry<When: HTML, Detail: HTML>: Component {
    private let when: When
    private let mark: StatusTag.Shape
    private let headline: String
    private let meaning: String
    private let detail: Detail

    /// - Parameters:
    ///   - meaning: the mark in a word, for those who hear it: *held*, *waiting*.
    public init(
        _ headline: String, _ mark: StatusTag.Shape, meaning: String, @HTMLBuilder when: () -> When,
        @HTMLBuilder detail: () -> Detail
    ) {
        self.headline = headline
        self.mark = mark
        self.meaning = meaning
        self.when = when()
        self.detail = detail()
    }

    public var body: some HTML {
        li(.class(mark.rawValue)) {
            div(.class("when")) { when }
            span(.class("mark"), .ariaHidden()) { mark.mark }
            div(.class("what")) {
                p {
                    span(.class("unseen")) { "\(meaning): " }
                    headline
                }
                div(.class("detail")) { detail }
            }
        }
    }
}
