extension Attribute {
    public enum Method: String, Sendable { case get, post }
    public static func method(_ method: Method) -> Self { Self(" method=\"", method.rawValue) }
    public static func action(_ address: String) -> Self { Self(" action=\"", address) }
    /// The browser's own checks are off: ours say what to do, and are the same with scripts on or off.
    public static func novalidate() -> Self { Self(" novalidate", flag: true) }
    public static func multipart(_ on: Bool = true) -> Self { Self(" enctype=\"", on ? "multipart/form-data" : nil) }

    public enum InputType: String, Sendable {
        case text, email, password, search, hidden, radio, checkbox, file, submit, range
        case telephone = "tel"
    }
    public static func type(_ type: InputType) -> Self { Self(" type=\"", type.rawValue) }
    /// The type of a button that sends its form.
    public static func submits() -> Self { Self(" type=\"", "submit") }
    public static func value(_ value: String?) -> Self { Self(" value=\"", value) }
    public static func `for`(_ id: String) -> Self { Self(" for=\"", id) }
    public static func checked(_ checked: Bool = true) -> Self { Self(" checked", flag: checked) }
    public static func selected(_ selected: Bool = true) -> Self { Self(" selected", flag: selected) }
    public static func disabled(_ disabled: Bool = true) -> Self { Self(" disabled", flag: disabled) }
    public static func readonly(_ readonly: Bool = true) -> Self { Self(" readonly", flag: readonly) }
    public static func multiple(_ multiple: Bool = true) -> Self { Self(" multiple", flag: multiple) }
    public static func min(_ number: Int) -> Self { Self(" min=\"", number) }
    public static func max(_ number: Int) -> Self { Self(" max=\"", number) }
    public static func maxlength(_ count: Int?) -> Self { Self(" maxlength=\"", count) }
    public static func rows(_ count: Int) -> Self { Self(" rows=\"", count) }
    public static func size(_ count: Int?) -> Self { Self(" size=\"", count) }
    public static func accept(_ types: StaticString) -> Self { Self(" accept=\"", types.description) }
    public static func spellcheck(_ on: Bool) -> Self { Self(" spellcheck=\"", on ? "true" : "false") }
    public static func autocapitalize(_ on: Bool) -> Self { Self(" autocapitalize=\"", on ? "sentences" : "none") }

    /// Which keys a phone shows.
    public enum InputMode: String, Sendable { case numeric, decimal, email, search, telephone = "tel", address = "url" }
    public static func inputmode(_ mode: InputMode?) -> Self { Self(" inputmode=\"", mode?.rawValue) }

    /// What the browser may fill in for the person the form is about (WCAG 2.2, 1.3.5; HTML Standard §4.10.18.7).
    public enum Autocomplete: String, Sendable {
        case off, name, email, username, organization
        case honorificPrefix = "honorific-prefix"
        case givenName = "given-name"
        case familyName = "family-name"
        case telephone = "tel"
        case addressLine1 = "address-line1"
        case addressLine2 = "address-line2"
        case streetAddress = "street-address"
        case town = "address-level2"
        case postcode = "postal-code"
        case birthDay = "bday-day"
        case birthMonth = "bday-month"
        case birthYear = "bday-year"
        case currentPassword = "current-password"
        case newPassword = "new-password"
        case oneTimeCode = "one-time-code"
    }
    public static func autocomplete(_ purpose: Autocomplete?) -> Self { Self(" autocomplete=\"", purpose?.rawValue) }
}
