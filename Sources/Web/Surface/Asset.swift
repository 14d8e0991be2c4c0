import Crypto

/// A file of ours that never changes under one address, so that it is kept by browsers for ever.
public struct Asset: Sendable {
    /// `/assets/<hash>.css`
    public let address: String
    public let contentType: String
    public let bytes: [UInt8]

    init(_ text: String, ending: String, contentType: String) {
        bytes = Array(text.utf8)
        let hash = SHA256.hash(data: bytes).prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        address = "/assets/\(hash).\(ending)"
        self.contentType = contentType
    }

    public static let styleSheet = Asset(StyleSheet.text, ending: "css", contentType: "text/css; charset=utf-8")
    public static let keyboard = Asset(KeyboardScript.text, ending: "js", contentType: "text/javascript; charset=utf-8")
    public static let range = Asset(RangeScript.text, ending: "js", contentType: "text/javascript; charset=utf-8")
    public static let icon = Asset(Self.mark, ending: "svg", contentType: "image/svg+xml")
    public static let all = [styleSheet, keyboard, range, icon]

    /// One line through three stations.
    private static let mark =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\"><path d=\"M1 8h14\" stroke=\"#0b587a\" "
        + "stroke-width=\"2\"/><g fill=\"#0b587a\"><circle cx=\"3\" cy=\"8\" r=\"2\"/><circle cx=\"8\" cy=\"8\" "
        + "r=\"3\"/><circle cx=\"13\" cy=\"8\" r=\"2\"/></g></svg>\n"
}
