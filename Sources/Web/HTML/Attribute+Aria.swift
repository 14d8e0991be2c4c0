extension Attribute {
    public static func ariaLabel(_ text: String?) -> Self { Self(" aria-label=\"", text) }
    public static func ariaLabelledBy(_ id: String?) -> Self { Self(" aria-labelledby=\"", id) }
    /// The ids of what explains a field; nil or nothing leaves the attribute out.
    public static func ariaDescribedBy(_ ids: [String]) -> Self {
        Self(" aria-describedby=\"", ids.isEmpty ? nil : ids.joined(separator: " "))
    }
    public static func ariaHidden() -> Self { Self(" aria-hidden=\"", "true") }
    public static func ariaInvalid(_ invalid: Bool) -> Self { Self(" aria-invalid=\"", invalid ? "true" : nil) }
    public static func ariaControls(_ id: String?) -> Self { Self(" aria-controls=\"", id) }

    public enum Current: String, Sendable { case page, step, date, location, `true` }
    public static func ariaCurrent(_ current: Current?) -> Self { Self(" aria-current=\"", current?.rawValue) }

    public enum Sorted: String, Sendable { case ascending, descending, none }
    public static func ariaSort(_ sorted: Sorted?) -> Self { Self(" aria-sort=\"", sorted?.rawValue) }

    /// What the style sheet writes before a cell when a row is stacked on a narrow screen.
    public static func dataLabel(_ text: String?) -> Self { Self(" data-label=\"", text) }
    /// The keys that follow a link, for people who use the keyboard: `g t`.
    public static func dataKeys(_ keys: String?) -> Self { Self(" data-keys=\"", keys) }
}
