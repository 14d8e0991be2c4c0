public import Casework
import Kernel
public import Records

extension Office {
    /// The sheet that says what joining changes, as somebody was given it; nil where none was kept, or it was erased with
    /// their name.
    public func joiningSheet(
        _ told: Joining.Told, of seen: SeenCase, in connection: any Connection
    ) throws -> String? {
        guard let digest = told.sheet else { return nil }
        let kept = try document(digest, of: file(seen.id, in: connection), in: connection)
        return kept.map { String(decoding: $0.content, as: UTF8.self) }
    }
}
