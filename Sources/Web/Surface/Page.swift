/// One page: what its reader came for, without the frame around it.
public struct Page: Sendable {
    /// How wide the main column may be.
    public enum Width: Sendable {
        /// 66 characters: reading and forms.
        case text
        /// Tables, timelines and drawings.
        case wide
    }

    /// What the browser's tab and history say, before the product's name.
    public var title: String
    /// The words of the one `h1`; nil where `main` has its own.
    public var heading: String?
    /// A line under the heading: the facts that place it.
    public var lead: Fragment?
    /// The way here, outermost first; the page itself is not in it.
    public var trail: [Link]
    /// The address in the navigation that this page belongs to.
    public var section: String?
    /// What just happened, said once.
    public var flash: NoticeBox<String>?
    /// Whether a form on it was refused, so that the title can say so first.
    public var failed: Bool
    public var width: Width
    /// Who it is for, where that does not follow from who is signed in.
    public var audience: Layout.Audience?
    public var main: Fragment
    /// What to do when the person it is about may be in danger: one step from every page about them. It is not printed.
    public var urgent: Link?
    /// Why its reader may see the people on it. Staff find it closed at the foot of the main column; it is not printed.
    public var why: Fragment?

    public init(
        _ title: String, heading: String? = nil, lead: Fragment? = nil, trail: [Link] = [], section: String? = nil,
        flash: NoticeBox<String>? = nil, failed: Bool = false, width: Width = .text,
        @HTMLBuilder main: () -> some HTML
    ) {
        self.title = title
        self.heading = heading ?? title
        self.lead = lead
        self.trail = trail
        self.section = section
        self.flash = flash
        self.failed = failed
        self.width = width
        self.main = Fragment(main)
    }

    /// The same page with no `h1` of its own accord: `main` writes one.
    public func withoutHeading() -> Page {
        var page = self
        page.heading = nil
        return page
    }
}
