/// A day on which a bank holiday was kept that no standing rule gives: moved there, or added, by proclamation under section
/// 1(2) or 1(3) of the Banking and Financial Dealings Act 1971.
struct BankHolidayException: Sendable {
    let year: Int
    let month: Int
    let day: Int
    let name: String
    /// The name of the holiday that was moved to this day; nil when the day was an extra one.
    let replaces: String?
    let nations: [Nation]

    private init(
        _ year: Int, _ month: Int, _ day: Int, _ name: String, replaces: String? = nil,
        nations: [Nation] = Nation.allCases
    ) {
        self.year = year
        self.month = month
        self.day = day
        self.name = name
        self.replaces = replaces
        self.nations = nations
    }

    private static let earlyMay = "Early May bank holiday"
    private static let spring = "Spring bank holiday"

    /// Complete from 2000 to 2030 for what had been proclaimed by February 2026.
    static let all = [
        // Written answer of the Prime Minister, 24 November 2000 (news.bbc.co.uk/2/hi/uk_news/1038809.stm).
        BankHolidayException(2002, 6, 3, "Golden Jubilee bank holiday"),
        BankHolidayException(2002, 6, 4, spring, replaces: spring),

        // Prime Minister and Scottish Cabinet, 23 November 2010 (clbemployment.com, newsletter of December 2010).
        BankHolidayException(2011, 4, 29, "Royal wedding bank holiday"),

        // gov.uk/bank-holidays, 2012 (alphagov/calendars, lib/data/bank-holidays.json, all three divisions).
        BankHolidayException(2012, 6, 4, spring, replaces: spring),
        BankHolidayException(2012, 6, 5, "Queen’s Diamond Jubilee"),

        // Gazette notice 3326938 (England, Wales, Northern Ireland); gov.uk/bank-holidays, 2020, all three divisions.
        BankHolidayException(2020, 5, 8, "Early May bank holiday (VE day)", replaces: earlyMay),

        // gov.uk/bank-holidays, 2022 (alphagov/frontend, lib/data/bank-holidays.json, all three divisions).
        BankHolidayException(2022, 6, 2, spring, replaces: spring),
        BankHolidayException(2022, 6, 3, "Platinum Jubilee bank holiday"),

        // Gazette notice 4158896 (England, Wales, Northern Ireland); gov.uk/bank-holidays for Scotland.
        BankHolidayException(2022, 9, 19, "Bank Holiday for the State Funeral of Queen Elizabeth II"),

        // Announced for the whole kingdom, November 2022 (gov.scot/news/scotland-to-mark-the-royal-coronation).
        BankHolidayException(2023, 5, 8, "Bank holiday for the coronation of King Charles III"),

        // Proclamation of February 2026 (privycouncil.independent.gov.uk, Scotland-Bank-Holiday-Proclamation.pdf).
        BankHolidayException(2026, 6, 15, "World Cup bank holiday", nations: [.scotland]),
    ]
}
