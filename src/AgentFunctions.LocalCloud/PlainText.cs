using System.Globalization;
using System.Text;

namespace AgentFunctions.LocalCloud;

/// <summary>What counts as text in names and ids that come from outside.</summary>
internal static class PlainText
{
    private const int Longest = 200;

    /// <summary>1 to 200 characters, none of them a control, format, line separator, unpaired surrogate or replacement character, no space at either end.</summary>
    public static bool IsIdentifier(string text)
    {
        if (text.Length is 0 or > Longest || text[0] == ' ' || text[^1] == ' ') return false;

        // EnumerateRunes turns an unpaired surrogate, and a form's broken UTF-8, into the replacement character.
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || !IsPrintable(rune)) return false;
        }

        return true;
    }

    /// <summary>A scope token of RFC 6749 section 3.3, at most 200 characters: printable ASCII without space, quote and backslash.</summary>
    public static bool IsToken(string text) =>
        text.Length is > 0 and <= Longest && text.All(character => character is > ' ' and <= '~' and not ('"' or '\\'));

    private static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
