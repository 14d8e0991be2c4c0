/// One of the four nations of the United Kingdom: which bank holidays are kept, and which programmes run.
public enum Nation: String, Sendable, CaseIterable {
    case england, wales, scotland
    case northernIreland = "northern-ireland"

    /// The nation as a page names it: `Northern Ireland`.
    public var title: String {
        switch self {
        case .england: "England"
        case .wales: "Wales"
        case .scotland: "Scotland"
        case .northernIreland: "Northern Ireland"
        }
    }
}
