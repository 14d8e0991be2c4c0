import Casework

/// The few words that the surface itself says, in the language of the page.
public struct SurfaceWords: Sendable, Equatable {
    /// The code for the `lang` attribute.
    public var language: String
    public var skip: String
    public var search: String
    public var menu: String
    public var whereYouAre: String
    public var error: String
    public var problem: String
    public var optional: String
    public var chooseOne: String
    public var day: String
    public var month: String
    public var year: String
    public var change: String
    public var previous: String
    public var next: String
    public var signOut: String
    public var simulated: String

    /// In the language of the reader.
    public static var current: SurfaceWords { Speech.language == .welsh ? .welsh : .english }

    public static let english = SurfaceWords(
        language: "en-GB", skip: "Skip to main content", search: "Search", menu: "Main", whereYouAre: "Where you are",
        error: "Error:", problem: "There is a problem", optional: "(optional)", chooseOne: "Choose one", day: "Day",
        month: "Month", year: "Year", change: "Change", previous: "Previous", next: "Next", signOut: "Sign out",
        simulated: "Simulated data: these people are made up.")

    public static let welsh = SurfaceWords(
        language: "cy", skip: "Neidio i’r prif gynnwys", search: "Chwilio", menu: "Prif ddewislen",
        whereYouAre: "Ble rydych chi", error: "Gwall:", problem: "Mae problem", optional: "(dewisol)",
        chooseOne: "Dewiswch un", day: "Diwrnod", month: "Mis", year: "Blwyddyn", change: "Newid",
        previous: "Blaenorol", next: "Nesaf", signOut: "Allgofnodi",
        simulated: "Data ffug: nid pobl go iawn yw’r rhain.")
}
