public import Kernel
public import Records

extension Office {
    /// Somebody as the reader of a list of customers, today.
    public func listReader(_ actor: Author) -> CaseloadReader {
        CaseloadReader(actor.organisation, on: clock.today, by: sharing)
    }
}
