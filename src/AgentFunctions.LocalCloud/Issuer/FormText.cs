using System.Globalization;
using System.Text;

namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>
/// Names and values in application/x-www-form-urlencoded, read strictly: what the framework lets pass as it stands
/// (`%FF`, `%zz`) would be another value than the one its sender meant.
/// </summary>
internal static class FormText
{
    public const string MediaType = "application/x-www-form-urlencoded";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The text, or null when it is not ASCII, has a broken escape, or is not UTF-8.</returns>
    public static string? Decode(string encoded)
    {
        var bytes = new byte[encoded.Length];
        var length = 0;
        for (var index = 0; index < encoded.Length; index++)
        {
            switch (encoded[index])
            {
                case > '~':
                    return null;
                case '+':
                    bytes[length++] = (byte)' ';
                    break;
                case '%':
                    if (index + 2 >= encoded.Length || !byte.TryParse(encoded.AsSpan(index + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[length++])) return null;
                    index += 2;
                    break;
                default:
                    bytes[length++] = (byte)encoded[index];
                    break;
            }
        }

        try
        {
            return Strict.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
