/// The frame around every page of one reader: what it is called, where they can go, who they are.
public struct Layout: Sendable {
    /// Staff pages are dense; customer pages are large and short.
    public enum Audience: String, Sendable { case staff, customer }

    /// A box in the frame that finds things, by GET with the name `q`.
    public struct Search: Sendable {
        public let action: String
        public let label: String

        public init(action: String, label: String) {
            self.action = action
            self.label = label
        }
    }

    /// Who is signed in, and the way out.
    public struct Account: Sendable {
        public let name: String
        public let links: [Link]
        public let signOut: String
        public let csrf: String

        public init(name: String, links: [Link] = [], signOut: String, csrf: String) {
            self.name = name
            self.links = links
            self.signOut = signOut
            self.csrf = csrf
        }
    }

    public var product = "Throughline"
    public var home = "/"
    public var audience = Audience.staff
    public var words = SurfaceWords.english
    public var navigation: [Link] = []
    public var search: Search?
    public var account: Account?
    /// Whether every page says that its people are made up.
    public var simulated = false
    /// What the demonstration's clock says, where it is not now.
    public var clock: String?
    public var footer: [Link] = []
    /// Whether the keyboard shortcuts are on for this person (WCAG 2.1.4 lets each switch them off).
    public var shortcuts = true
    /// The page where they are switched off and on.
    public var shortcutSettings: String?

    /// The languages a customer may choose from, and where the choice is sent; nil on staff pages.
    public var languages: LanguageChoice?

    public init() {}

    /// The whole page as bytes.
    public func render(_ page: Page) -> [UInt8] {
        Frame(layout: self, page: page).render(capacity: 32 * 1024)
    }
}
