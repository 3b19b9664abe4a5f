using System.Security.Cryptography;

namespace AgentFunctions.LocalCloud.Issuer;

/// <summary>The signing key as PKCS #8 in PEM, in a file that only its owner can read.</summary>
internal static class KeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <exception cref="LocalCloudStartException">The file cannot be read or made, holds something else, or others can read it.</exception>
    public static RSA ReadOrCreate(string path)
    {
        try
        {
            if (!File.Exists(path)) Create(path);
            return Read(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new LocalCloudStartException($"LocalCloud cannot use the key file `{path}`: {exception.Message.TrimEnd('.')}", exception);
        }
    }

    private static void Create(string path)
    {
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is { Length: > 0 } folder) Directory.CreateDirectory(folder);

        // Written whole beside it and then moved: a process killed here leaves no half key.
        var draft = $"{full}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        try
        {
            using (var key = RSA.Create(SigningKey.Bits))
            using (var writer = new StreamWriter(new FileStream(draft, DraftOptions())))
            {
                writer.Write(key.ExportPkcs8PrivateKeyPem());
            }

            File.Move(draft, full, overwrite: false);
        }
        catch (IOException) when (File.Exists(full))
        {
            // Another process was first: its key is the one to read.
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static RSA Read(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != UnixFileMode.None)
            throw new LocalCloudStartException($"LocalCloud cannot use the key file `{path}`: others than its owner have rights on it, take them away with chmod 600");

        var key = RSA.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
            return IsPrivateKeyOfOurSize(key)
                ? key
                : throw new LocalCloudStartException($"LocalCloud cannot use the key file `{path}`: it holds no private RSA key of {SigningKey.Bits} bits");
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            throw new LocalCloudStartException($"LocalCloud cannot use the key file `{path}`: it holds no private RSA key in PEM", exception);
        }
    }

    // Exporting a public key's private half throws a CryptographicException, which says what there is to say.
    private static bool IsPrivateKeyOfOurSize(RSA key) => key.KeySize == SigningKey.Bits && key.ExportParameters(includePrivateParameters: true).D is not null;

    private static FileStreamOptions DraftOptions()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return options;
    }
}
