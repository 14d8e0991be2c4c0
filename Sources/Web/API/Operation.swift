import HTTPTypes
import Hummingbird
import Kernel
import Office

/// One thing that can be asked of the API: the route is declared from it, and so is its place in the description.
struct Operation: Sendable {
    let method: HTTPRequest.Method
    /// The address after `/api/v1`, its parameters in braces.
    let path: String
    /// A name for programs made from the description.
    let id: String
    let summary: String
    var about: String?
    /// Which part of the page about the API it stands in.
    let section: String
    var parameters: [Parameter] = []
    /// The form of what is sent; nil where nothing is.
    var takes: SchemaType?
    /// The form whose fields are what is sent: they are described once a store is at hand.
    var form: DescribedForm?
    /// The form of the answer, its media type and its status.
    let answers: SchemaType
    var media = "application/json"
    var status = HTTPResponse.Status.ok
    /// Statuses of the problems it may answer with, besides those of every operation.
    var problems: [HTTPResponse.Status] = []
    /// Whose token it takes.
    var tokens = Tokens.staff
    /// What answers whoever has no token yet; nil where one is shown.
    var enter: (@Sendable (Knock) async throws -> APIAnswer)?
    /// What answers whoever shows a token.
    let run: @Sendable (APICall) async throws -> APIAnswer

    /// Whose tokens an operation takes.
    enum Tokens: Sendable {
        /// Those that act as staff.
        case staff
        /// Those that customers, and people who act for them, have from their own code.
        case own
        case all
    }

    /// One value in the address, the query or a header.
    struct Parameter: Sendable {
        enum Place: String, Sendable { case path, query, header }

        let name: String
        let place: Place
        let type: SchemaType
        let about: String
        /// Whether nothing is answered without it, though it is in the query.
        var isNeeded = false
        var required: Bool { place == .path || isNeeded }

        static func path(_ name: String, _ about: String, _ type: SchemaType = .reference) -> Parameter {
            Parameter(name: name, place: .path, type: type, about: about)
        }

        static func query(_ name: String, _ about: String, _ type: SchemaType) -> Parameter {
            Parameter(name: name, place: .query, type: type, about: about)
        }

        /// The same, without which nothing is answered.
        var needed: Parameter {
            var copy = self
            copy.isNeeded = true
            return copy
        }

        static let customer = path("case", "The customer.")
        static let at = query("at", "A place in the list, as `next` and `previous` gave it.", .text)
        static let limit = query(
            "limit", "The most rows to answer with; 50 unless it is given.",
            SchemaType(json: ["type": "integer", "minimum": 1, "maximum": .int(Operation.mostRows)]))
    }

    /// The most rows of any list.
    static let mostRows = 100

    /// - Refuses: a query parameter that the description does not know, one given twice, and a number out of bounds.
    func check(_ request: Request) throws {
        var seen = Set<String>()
        for (name, value) in request.uri.queryParameters {
            guard seen.insert(String(name)).inserted,
                let known = parameters.first(where: { $0.place == .query && $0.name == name })
            else {
                throw Refusal(
                    "query.unknown",
                    "“\(name.prefix(40))” is not a parameter here, or is given twice. The description says which are.")
            }
            try known.check(String(value))
        }
    }
}

/// A form whose fields are described: one of staff, or one of a customer's own page.
enum DescribedForm: Sendable, Hashable {
    case staff(CaseFormName)
    case own(OwnFormName)
}

/// Somebody who has no token yet.
struct Knock: Sendable {
    let office: Office
    let request: Request
}

extension Operation {
    /// The same for whosever token is shown.
    func taking(_ tokens: Tokens) -> Operation {
        var copy = self
        copy.tokens = tokens
        return copy
    }

    /// - Refuses: a token of the other kind.
    func admit(_ bearer: Bearer) throws(Refusal) {
        switch (tokens, bearer.isOwn) {
        case (.all, _), (.staff, false), (.own, true): return
        case (.staff, true):
            throw Refusal(
                "token.scope",
                "This token is a customer’s own: it does what their own page does, and this is not part of it.")
        case (.own, false):
            throw Refusal(
                "token.scope",
                "This is for a customer’s own token, which they get with their code. Use the forms of staff.")
        }
    }
}

extension Operation.Parameter {
    fileprivate func check(_ value: String) throws(Refusal) {
        guard value.utf8.count <= 400, !value.utf8.contains(where: { $0 < 0x20 }) else {
            throw Refusal("query.unreadable", "“\(name)” is too long or cannot be read. Shorten it.", field: name)
        }
        let json = type.json
        if let codes = json["enum"]?.array, !codes.contains(.string(value)) {
            let words = codes.compactMap(\.string).joined(separator: ", ")
            throw Refusal("query.code", "“\(name)” is one of \(words).", field: name)
        }
        if json["type"] == "integer" {
            let least = json["minimum"]?.int ?? Int.min
            let most = json["maximum"]?.int ?? Int.max
            guard let number = Int(value), !value.hasPrefix("+"), (least...most).contains(number) else {
                throw Refusal(
                    "query.number",
                    "“\(name)” is a whole number from \(least) to \(most == Int.max ? "any" : "\(most)").",
                    field: name)
            }
        }
        if json["format"] == "date" { _ = try Self.day(value, name) }
        if json["format"] == "uuid" { _ = try Identifier<Never>(value) }
    }

    static func day(_ text: String, _ name: String) throws(Refusal) -> CalendarDay {
        guard let day = try? CalendarDay(text) else {
            throw Refusal("query.day", "“\(name)” is a day, written as 2012-06-21.", field: name)
        }
        return day
    }
}
