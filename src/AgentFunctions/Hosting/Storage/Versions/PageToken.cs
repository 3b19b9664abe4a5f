using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace AgentFunctions.Hosting.Storage.Versions;

/// <summary>Where a list goes on: the version whose rows the first page read, and the key after which the next one begins.</summary>
internal sealed record PageToken(long Version, string After)
{
    // A key is at most 362 characters, a version 19.
    private const int MaxLength = 600;

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Version} {After}")));

    /// <summary>False for what the app has not handed out; a made-up one that parses reads some page of some version.</summary>
    public static bool TryParse(string text, out PageToken token)
    {
        token = new PageToken(0, string.Empty);
        var bytes = new byte[MaxLength];
        if (text.Length > MaxLength || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var length))
        {
            return false;
        }

        var parts = Encoding.UTF8.GetString(bytes.AsSpan(0, length)).Split(' ', 2);
        if (parts.Length != 2 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version) || parts[1].Any(char.IsControl))
        {
            return false;
        }

        token = new PageToken(version, parts[1]);
        return true;
    }
}
