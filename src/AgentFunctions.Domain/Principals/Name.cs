using System.Diagnostics.CodeAnalysis;

namespace AgentFunctions.Domain.Principals;

/// <summary>What every type, id and action name must be: printable text of a bounded length.</summary>
public static class Name
{
    /// <summary>In UTF-16 code units.</summary>
    public const int MaxTypeLength = 64;

    /// <summary>In UTF-16 code units.</summary>
    public const int MaxIdLength = 256;

    /// <summary>
    /// False for null, empty, over-long text, control characters (NUL among them) and lone surrogates.
    /// Everything else, `/`, `\`, `#`, `?` and `%` among it, is a legal name.
    /// </summary>
    public static bool IsValid([NotNullWhen(true)] string? text, int maxLength)
    {
        if (string.IsNullOrEmpty(text) || text.Length > maxLength)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]))
            {
                return false;
            }

            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
