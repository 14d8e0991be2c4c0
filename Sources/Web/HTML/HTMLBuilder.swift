/// Lets a page be written as statements: elements, text, `if`, `switch` and `for`.
///
/// The body of a `for` can be elements and components. Where it calls a function that returns `some HTML`, Swift 6.3 says
/// that the underlying type could not be inferred: use `ForEach`, which is also half as fast again.
@resultBuilder
public enum HTMLBuilder {
    public static func buildExpression<Content: HTML>(_ content: consuming Content) -> Content { content }
    public static func buildBlock() -> Nothing { Nothing() }
    public static func buildPartialBlock<Content: HTML>(first: consuming Content) -> Content { first }
    public static func buildPartialBlock<First: HTML, Second: HTML>(
        accumulated: consuming First, next: consuming Second
    )
        -> Both<First, Second>
    { Both(first: accumulated, second: next) }
    public static func buildOptional<Content: HTML>(_ content: consuming Content?) -> Content? { content }
    public static func buildEither<First: HTML, Second: HTML>(first: consuming First) -> Either<First, Second> {
        .first(first)
    }
    public static func buildEither<First: HTML, Second: HTML>(second: consuming Second) -> Either<First, Second> {
        .second(second)
    }
    public static func buildArray<Content: HTML>(_ contents: consuming [Content]) -> Many<Content> {
        Many(contents: contents)
    }
}

/// No content at all.
public struct Nothing: HTML {
    public init() {}
    public func write(to page: inout HTMLOutput) {}
}

/// One part and then another.
public struct Both<First: HTML, Second: HTML>: HTML {
    let first: First
    let second: Second

    public func write(to page: inout HTMLOutput) {
        first.write(to: &page)
        second.write(to: &page)
    }
}

/// One of two parts, as an `if` with an `else` makes.
public enum Either<First: HTML, Second: HTML>: HTML {
    case first(First)
    case second(Second)

    public func write(to page: inout HTMLOutput) {
        switch self {
        case .first(let content): content.write(to: &page)
        case .second(let content): content.write(to: &page)
        }
    }
}

/// A run of like parts, as a `for` makes.
public struct Many<Content: HTML>: HTML {
    let contents: [Content]

    public func write(to page: inout HTMLOutput) {
        // By pointer: iterating would copy each part, which costs more than writing it.
        contents.withUnsafeBufferPointer { parts in
            for index in parts.indices { parts[index].write(to: &page) }
        }
    }
}

/// A part for each of many values, made and written one at a time: for long lists.
public struct ForEach<Values: Sequence & Sendable, Content: HTML>: HTML {
    private let values: Values
    private let content: @Sendable (Values.Element) -> Content

    public init(_ values: Values, @HTMLBuilder content: @escaping @Sendable (Values.Element) -> Content) {
        self.values = values
        self.content = content
    }

    public func write(to page: inout HTMLOutput) {
        for value in values { content(value).write(to: &page) }
    }
}
