/// One attribute of an element, always quoted and escaped when written.
///
/// There is none for styles or for event handlers: the content security policy forbids both.
public struct Attribute: Sendable {
    private enum Value: Sendable {
        case absent
        case flag
        case text(String)
        case number(Int)
    }

    /// ` name="` for an attribute with a value, ` name` for one without.
    private let opening: StaticString
    private let value: Value

    /// - Parameters:
    ///   - opening: ` name="`, with the space and the quote.
    ///   - value: nil leaves the attribute out.
    init(_ opening: StaticString, _ value: String?) {
        self.opening = opening
        self.value = value.map(Value.text) ?? .absent
    }

    init(_ opening: StaticString, _ value: Int?) {
        self.opening = opening
        self.value = value.map(Value.number) ?? .absent
    }

    /// A boolean attribute: present or not, with no value (HTML Standard §2.3.2).
    init(_ opening: StaticString, flag: Bool) {
        self.opening = opening
        value = flag ? .flag : .absent
    }

    func write(to page: inout HTMLOutput) {
        switch value {
        case .absent: return
        case .flag: page.markup(opening)
        case .text(let text):
            page.markup(opening)
            page.text(text)
            page.markup("\"")
        case .number(let number):
            page.markup(opening)
            page.number(number)
            page.markup("\"")
        }
    }
}

extension Attribute {
    public static func `class`(_ names: String?) -> Self { Self(" class=\"", names) }
    public static func id(_ value: String?) -> Self { Self(" id=\"", value) }
    public static func lang(_ code: String?) -> Self { Self(" lang=\"", code) }
    public static func role(_ name: StaticString) -> Self { Self(" role=\"", name.description) }
    public static func tooltip(_ text: String?) -> Self { Self(" title=\"", text) }
    /// -1 lets a script or a link move the focus here; 0 puts the element in the order of tabbing.
    public static func tabindex(_ value: Int?) -> Self { Self(" tabindex=\"", value) }
    public static func hidden(_ hidden: Bool = true) -> Self { Self(" hidden", flag: hidden) }

    /// Where the focus stands when the page opens.
    public static func autofocus() -> Self { Self(" autofocus", flag: true) }

    /// Where a link goes: within the site, or by http, https, mailto, tel or otpauth, which opens an authenticator. Any
    /// other scheme is written as `#`.
    public static func href(_ address: String) -> Self { Self(" href=\"", safe(address)) }
    public static func src(_ address: String) -> Self { Self(" src=\"", safe(address)) }
    public static func rel(_ relation: StaticString) -> Self { Self(" rel=\"", relation.description) }
    public static func download(_ name: String?) -> Self { Self(" download=\"", name) }
    public static func hreflang(_ code: String?) -> Self { Self(" hreflang=\"", code) }
    public static func alt(_ text: String) -> Self { Self(" alt=\"", text) }
    public static func width(_ pixels: Int) -> Self { Self(" width=\"", pixels) }
    public static func height(_ pixels: Int) -> Self { Self(" height=\"", pixels) }
    /// A machine's form of a day or a moment: `2012-08-14`.
    public static func datetime(_ value: some CustomStringConvertible) -> Self {
        Self(" datetime=\"", value.description)
    }
    public static func open(_ open: Bool = true) -> Self { Self(" open", flag: open) }
    public static func start(_ number: Int) -> Self { Self(" start=\"", number) }

    public static func colspan(_ columns: Int) -> Self { Self(" colspan=\"", columns) }
    public static func rowspan(_ rows: Int) -> Self { Self(" rowspan=\"", rows) }

    /// What a header cell heads.
    public enum Scope: String, Sendable { case column = "col", row, columnGroup = "colgroup", rowGroup = "rowgroup" }
    public static func scope(_ scope: Scope) -> Self { Self(" scope=\"", scope.rawValue) }

    public static func name(_ value: String) -> Self { Self(" name=\"", value) }
    public static func content(_ value: String) -> Self { Self(" content=\"", value) }
    public static func charset(_ value: StaticString) -> Self { Self(" charset=\"", value.description) }
    public static func media(_ query: StaticString) -> Self { Self(" media=\"", query.description) }
    public static func `defer`() -> Self { Self(" defer", flag: true) }

    /// An address with a scheme that could run a program is never written (`javascript:`, `data:`, and their disguises).
    private static func safe(_ address: String) -> String {
        guard let end = address.unicodeScalars.firstIndex(where: { ":/?#".unicodeScalars.contains($0) }),
            address.unicodeScalars[end] == ":"
        else { return address }
        let scheme = address.unicodeScalars[..<end]
        return ["http", "https", "mailto", "tel", "otpauth"].contains(String(scheme).lowercased()) ? address : "#"
    }
}
