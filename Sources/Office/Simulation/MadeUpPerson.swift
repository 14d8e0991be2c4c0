import Casework
import Kernel

/// Somebody made up: a name from two lists, a birth date, and a national insurance number of the never-issued prefix QQ.
enum MadeUpPerson {
    /// - Parameter number: which person of the store, from 0; no two share a national insurance number below a million.
    static func identity(
        number: Int, born: CalendarDay, on today: CalendarDay, withEmail: Bool
    ) throws(Refusal) -> Identity {
        let given = givenNames[number % givenNames.count]
        let family = familyNames[(number / givenNames.count + number * 7) % familyNames.count]
        let digits = String(String(1_000_000 + number % 1_000_000).dropFirst())
        let letter = ["A", "B", "C", "D"][number / 1_000_000 % 4]
        let phone = String(String(1000 + number % 1000).dropFirst())
        return try Identity(
            given: given, family: family, born: born,
            nationalInsurance: try NationalInsuranceNumber("QQ\(digits)\(letter)"),
            address: "\(number % 180 + 1) \(streets[number % streets.count]), Ashcombe (made up)",
            phone: "07700 900\(phone)",
            email: withEmail ? "\(given).\(family)\(number)@example.org".lowercased() : nil, on: today)
    }

    static func employer(_ number: Int) -> String { employers[number % employers.count] + " (made up)" }

    private static let givenNames = [
        "Aaron", "Abena", "Alice", "Amir", "Anita", "Archie", "Bethan", "Callum", "Chloe", "Connor", "Daniel", "Dawn",
        "Deepa", "Donna", "Elaine", "Emeka", "Esther", "Farah", "Frank", "Gareth", "Gemma", "Gloria", "Hassan", "Helen",
        "Imran", "Iris", "Jade", "Jamal", "Jean", "Joel", "Karen", "Kelly", "Kofi", "Laura", "Leroy", "Lewis", "Lucy",
        "Mandy", "Maria", "Martin", "Megan", "Nadia", "Neil", "Nina", "Oliver", "Paula", "Pete", "Rachel", "Ravi",
        "Rosa", "Ryan", "Sadia", "Sean", "Sharon", "Stella", "Tariq", "Trevor", "Vera", "Wayne", "Yusuf", "Zoe",
    ]

    private static let familyNames = [
        "Abbott", "Ahmed", "Ansah", "Atkins", "Baines", "Barlow", "Begum", "Bird", "Booth", "Cartwright", "Chandra",
        "Clegg", "Dawson", "Duffy", "Edwards", "Farrell", "Finch", "Gill", "Grant", "Hale", "Harker", "Hussain",
        "Ingham", "Jarvis", "Kaur", "Kershaw", "Lamb", "Lowe", "Malik", "Marsh", "Mensah", "Nash", "Noble", "Okafor",
        "Parr", "Patel", "Pike", "Quinn", "Rashid", "Reeve", "Rowe", "Sharma", "Shaw", "Stokes", "Tate", "Thorne",
        "Turner", "Vance", "Walsh", "Webb", "Wilde", "Yates", "Young",
    ]

    private static let streets = [
        "Albert Street", "Bank Top", "Canal Walk", "Dyers Lane", "Elm Grove", "Fountain Road", "Garden Terrace",
        "High Street", "Inkerman Street", "Jubilee Close", "Kiln Lane", "Low Road", "Market Place", "North View",
        "Orchard Way", "Park Crescent", "Quarry Hill", "Rope Walk", "Station Road",
    ]

    private static let employers = [
        "Hartley Bakery", "Vale Parcels", "Greenmoor Nursery", "Bridge Street Kitchens", "Ashcombe Care Homes",
        "Kiln Lane Garage", "Quayside Cold Store", "Weir Cleaning", "Dyers Lane Timber", "Market Place Foods",
        "Fountain Call Centre", "Bank Top Security",
    ]
}
