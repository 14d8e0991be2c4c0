public import Kernel
public import Records

/// Somebody signed in: who, for which organisation and as what, with the names a page shows.
public struct SignedIn: Sendable, Equatable {
    public let author: Author
    public let name: String
    public let organisation: String
    /// Everything else they may act as.
    public let positions: [AccountRegister.Position]
    /// Whose own page they are on, for a customer and for a supporter.
    public var ownPage: OwnPageVisitor?

    public init(
        author: Author, name: String, organisation: String, positions: [AccountRegister.Position],
        ownPage: OwnPageVisitor? = nil
    ) {
        self.author = author
        self.name = name
        self.organisation = organisation
        self.positions = positions
        self.ownPage = ownPage
    }
}
