package org.cameld360.media.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.media.media.inspect.Bytes.box;

import java.time.Duration;
import org.cameld360.media.media.Inspection;
import org.cameld360.media.media.Picture;
import org.cameld360.media.media.Picture.Colour;
import org.cameld360.media.media.Track;
import org.cameld360.media.media.Track.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ISO base media files built by hand. */
class IsoMediaTest {

    private static final Bytes DATA = box("mdat", new Bytes().zeros(100));

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "isom,video/mp4",
                "mp42,video/mp4",
                "M4V ,video/mp4",
                "M4A ,audio/mp4",
                "M4B ,audio/mp4",
                "3gp5,video/3gpp",
                "3g2a,video/3gpp2",
                "qt  ,video/quicktime",
                "heic,image/heic",
                "heix,image/heic",
                "hevc,image/heic",
                "mif1,image/heic",
                "msf1,image/heic",
                "avif,image/avif",
                "avis,image/avif",
                "crx ,image/x-canon-cr3",
                "new!,video/mp4"
            })
    void tellsFilesApartByBrandWhereTheirTracksDoNotTell(String brand, String contentType) {
        assertThat(Look.at(ftyp(brand)).contentType()).isEqualTo(contentType);
        assertThat(Look.at(Bytes.of("\0\0\0\u0018ftyp" + brand)).contentType()).isEqualTo(contentType);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "isom,mp4a,audio/mp4",
                "isom,Opus,audio/mp4",
                "M4A ,alac,audio/mp4",
                "3gp4,mp4a,audio/mp4",
                "3gp4,samr,audio/3gpp",
                "3g2a,sawb,audio/3gpp2",
                "qt  ,sowt,video/quicktime"
            })
    void takesSoundWithoutPicturesForAudio(String brand, String codec, String contentType) {
        assertThat(Look.at(ftyp(brand).add(moov(sound(codec, 1))).add(DATA)).contentType())
                .isEqualTo(contentType);
    }

    @Test
    void takesAnAudioBrandWithPicturesForVideo() {
        assertThat(Look.at(ftyp("M4A ")
                                .add(moov(sound("mp4a", 1), picture("avc1")))
                                .add(DATA))
                        .contentType())
                .isEqualTo("video/mp4");
    }

    @Test
    void takesAnAudioBookWithPicturesOfChaptersForAudio() {
        Inspection found = Look.at(
                ftyp("M4B ").add(moov(sound("mp4a", 1), picture("jpeg"))).add(DATA));

        assertThat(found.contentType()).isEqualTo("audio/mp4");
        assertThat(found.tracks()).contains(new Track(Kind.OTHER, "mjpeg", 0));
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "avc1,h264",
                "avc3,h264",
                "hev1,hevc",
                "hvc1,hevc",
                "mp4v,mpeg4",
                "vp09,vp9",
                "av01,av1",
                "s263,h263",
                "encv,encrypted",
                "a b\u0007,unknown:a?b?"
            })
    void namesTheCodecsOfPictures(String code, String codec) {
        assertThat(Look.at(ftyp("isom").add(moov(picture(code))).add(DATA)).tracks())
                .containsExactly(new Track(Kind.VIDEO, codec, 0));
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "mp4a,aac,2",
                ".mp3,mp3,0",
                "samr,amr-nb,2",
                "sawb,amr-wb,2",
                "Opus,opus,2",
                "alac,alac,2",
                "ac-3,ac3,0",
                "ec-3,eac3,0",
                "fLaC,flac,2",
                "enca,encrypted,2",
                "zzzz,unknown:zzzz,2"
            })
    void namesTheCodecsOfSoundAndCountsChannels(String code, String codec, int channels) {
        assertThat(Look.at(ftyp("isom").add(moov(sound(code, 2))).add(DATA)).tracks())
                .containsExactly(new Track(Kind.AUDIO, codec, channels));
    }

    @ParameterizedTest
    @CsvSource({
        "40, 1388, aac, 1", // AAC-LC, mono
        "40, 1190, aac, 2",
        "40, 11B8, aac, 8", // configuration 7
        "40, 1180, aac, 6", // configuration 0: told elsewhere, so what the entry says holds
        "40, F8448000, mp3, 0", // the type is escaped
        "40, F9448000, usac, 4",
        "67, 1190, aac, 2",
        "6B, '', mp3, 0",
        "69, '', mp3, 0",
        "DD, '', vorbis, 6",
        "A5, '', ac3, 0",
        "FF, '', unknown:mp4a.ff, 6"
    })
    void tellsByTheDescriptorWhichCodecStandsBehindMp4a(String type, String specific, String codec, int channels) {
        Bytes entry = soundEntry("mp4a", 6, esds(type, specific));

        assertThat(Look.at(ftyp("isom").add(moov(track("soun", entry))).add(DATA))
                        .tracks())
                .containsExactly(new Track(Kind.AUDIO, codec, channels));
    }

    @ParameterizedTest
    @CsvSource({"20, mpeg4", "61, mpeg2", "6A, mpeg1", "6C, mjpeg", "FF, unknown:mp4v.ff"})
    void tellsByTheDescriptorWhichCodecStandsBehindMp4v(String type, String codec) {
        Bytes entry = box("mp4v", new Bytes().zeros(78), esds(type, ""));

        assertThat(Look.at(ftyp("isom").add(moov(track("vide", entry))).add(DATA))
                        .tracks())
                .containsExactly(new Track(Kind.VIDEO, codec, 0));
    }

    @Test
    void findsTheDescriptorInQuickTimesLongerEntries() {
        Bytes wave = box(
                "wave",
                box("frma", Bytes.of("mp4a")),
                esds("40", "1190"),
                new Bytes().u32(8).u32(0));
        Bytes first = box("mp4a", soundFields(1, 1).zeros(16), wave);
        Bytes second = box("mp4a", soundFields(2, 3).u32(72).u64(0).u32(6).zeros(20));

        assertThat(Look.at(ftyp("qt  ")
                                .add(moov(track("soun", first), track("soun", second)))
                                .add(DATA))
                        .tracks())
                .containsExactly(new Track(Kind.AUDIO, "aac", 2), new Track(Kind.AUDIO, "aac", 6));
    }

    @Test
    void countsOtherTracksApart() {
        Bytes subtitles = track("sbtl", box("tx3g", new Bytes().zeros(20)));

        assertThat(Look.at(ftyp("isom").add(moov(picture("avc1"), subtitles)).add(DATA))
                        .tracks())
                .containsExactly(new Track(Kind.VIDEO, "h264", 0), new Track(Kind.OTHER, "unknown:tx3g", 0));
    }

    @Test
    void findsTheIndexBehindTheData() {
        Inspection found = Look.at(ftyp("isom").add(DATA).add(moov(picture("avc1"))));

        assertThat(found.tracks()).hasSize(1);
        assertThat(found.damage()).isNull();
    }

    @Test
    void readsSizesOf64BitsAndThatReachToTheEnd() {
        Bytes wide = new Bytes().u32(1).add("mdat").u64(116).zeros(100);
        Bytes open = new Bytes().u32(0).add("mdat").zeros(100);

        assertThat(Look.at(ftyp("isom").add(wide).add(moov(picture("avc1")))).damage())
                .isNull();
        assertThat(Look.at(ftyp("isom").add(moov(picture("avc1"))).add(open)).damage())
                .isNull();
    }

    @Test
    void tellsTheDuration() {
        Bytes narrow = box("mvhd", new Bytes().zeros(12).u32(600).u32(900));
        Bytes wide = box("mvhd", new Bytes().u8(1).zeros(19).u32(600).u64(900));
        Bytes unknown = box("mvhd", new Bytes().zeros(12).u32(600).u32(-1));
        Bytes absurd = box("mvhd", new Bytes().u8(1).zeros(19).u32(0).u64(-1));

        assertThat(Look.at(ftyp("isom").add(box("moov", narrow))).duration()).isEqualTo(Duration.ofMillis(1500));
        assertThat(Look.at(ftyp("isom").add(box("moov", wide))).duration()).isEqualTo(Duration.ofMillis(1500));
        assertThat(Look.at(ftyp("isom").add(box("moov", unknown))).duration()).isNull();
        assertThat(Look.at(ftyp("isom").add(box("moov", absurd))).duration()).isNull();
    }

    @Test
    void refusesFragmentedSoundAndLetsFragmentedVideoBe() {
        Bytes extension = box("mvex", box("mehd", new Bytes().u32(0).u32(3000)));
        Bytes header = box("mvhd", new Bytes().zeros(12).u32(1000).u32(0));
        Bytes fragment = box("moof", new Bytes().zeros(8)).add(DATA);
        Inspection sound = Look.at(
                ftyp("iso5").add(moov(header, sound("mp4a", 1), extension)).add(fragment));
        Inspection video = Look.at(
                ftyp("iso5").add(moov(header, picture("avc1"), extension)).add(fragment));

        assertThat(sound.damage()).startsWith("fragmented, ");
        assertThat(sound.duration()).isEqualTo(Duration.ofSeconds(3));
        assertThat(video.damage()).isNull();
        assertThat(Look.at(ftyp("iso5").add(moov(sound("mp4a", 1))).add(fragment))
                        .damage())
                .startsWith("fragmented, ");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(Look.at(ftyp("isom").add(DATA)).damage()).startsWith("cut off: its index is missing");
        assertThat(Look.at(ftyp("isom")).damage()).startsWith("cut off: its index is missing");
        assertThat(Look.at(ftyp("isom").add(moov(picture("avc1")))).damage())
                .isEqualTo("cut off: it holds no media data");
        assertThat(Look.at(ftyp("isom")
                                .add(moov(picture("avc1")))
                                .u32(500)
                                .add("mdat")
                                .zeros(50))
                        .damage())
                .isEqualTo("cut off: it is shorter than its headers say");
        assertThat(Look.at(ftyp("isom").add(DATA).u32(500).add("moov").zeros(50))
                        .damage())
                .startsWith("cut off: ");
        assertThat(Look.at(ftyp("isom").add(DATA).u32(4).add("moov")).damage()).startsWith("damaged: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stco", "co64"})
    void comparesTheIndexWithTheSizeOfTheFile(String type) {
        boolean wide = type.equals("co64");
        Bytes near = wide
                ? new Bytes().u32(0).u32(1).u64(40)
                : new Bytes().u32(0).u32(1).u32(40);
        Bytes far = wide
                ? new Bytes().u32(0).u32(1).u64(1L << 40)
                : new Bytes().u32(0).u32(1).u32(9999);
        Bytes lying = new Bytes().u32(0).u32(0xFFFFFFFFL).u32(1);

        assertThat(Look.at(withOffsets(box(type, near))).damage()).isNull();
        assertThat(Look.at(withOffsets(box(type, far))).damage())
                .isEqualTo("cut off: it is shorter than its index says");
        assertThat(Look.at(withOffsets(box(type, lying))).damage()).isNull();
    }

    @Test
    void letsBeWhatPhonesLeaveAtTheEnd() {
        Bytes file = ftyp("isom").add(moov(picture("avc1"))).add(DATA);

        assertThat(Look.at(new Bytes().add(file).zeros(3)).damage()).isNull();
        assertThat(Look.at(new Bytes().add(file).u32(3).add("????")).damage()).isNull();
        assertThat(Look.at(new Bytes().add(file).u32(5000).add("SEFT")).damage())
                .isNull();
        assertThat(Look.at(new Bytes().add(file).u32(5000).add("mdat")).damage())
                .startsWith("cut off: ");
    }

    @Test
    void knowsQuickTimeFromBeforeThereWereBrands() {
        Bytes wide = new Bytes().u32(8).add("wide");

        assertThat(Look.at(wide.add(DATA).add(moov(picture("jpeg")))).contentType())
                .isEqualTo("video/quicktime");
        assertThat(Look.at(Bytes.hex("00000008").add("free").zeros(20)).contentType())
                .isNull();
    }

    @Test
    void tellsTheLargestSizeOfHeicAndItsDepth() {
        Bytes properties = box(
                "ipco",
                box("ispe", new Bytes().u32(0).u32(512).u32(512)),
                box("ispe", new Bytes().u32(0).u32(4032).u32(3024)),
                box("ispe", new Bytes().u32(0).u32(0xFFFFFFFFL).u32(0xFFFFFFFFL)),
                box("pixi", new Bytes().u32(0).u8(3).u8(10).u8(10).u8(10)));
        Bytes file = ftyp("heic")
                .add(box("meta", new Bytes().u32(0), box("iprp", properties)))
                .add(DATA);
        Bytes sequence = ftyp("avis").add(box("meta", new Bytes().u32(0)));

        assertThat(Look.at(file).picture()).isEqualTo(new Picture(4032, 3024, 10, Colour.UNKNOWN, false));
        assertThat(Look.at(file).damage()).isNull();
        assertThat(Look.at(sequence).animated()).isTrue();
    }

    @Test
    void tellsAvifFromHeicByTheCompatibleBrands() {
        Bytes file = box("ftyp", Bytes.of("mif1").u32(0).add("mif1").add("avif"));

        assertThat(Look.at(file).contentType()).isEqualTo("image/avif");
    }

    static Bytes ftyp(String brand) {
        return box("ftyp", Bytes.of(brand).u32(512).add(brand));
    }

    static Bytes moov(Bytes... boxes) {
        return box("moov", boxes);
    }

    static Bytes picture(String code) {
        return track("vide", box(code, new Bytes().zeros(78)));
    }

    static Bytes sound(String code, int channels) {
        return track("soun", soundEntry(code, channels));
    }

    private static Bytes soundEntry(String code, int channels, Bytes... boxes) {
        Bytes fields = soundFields(0, channels);
        for (Bytes box : boxes) {
            fields.add(box);
        }
        return box(code, fields);
    }

    private static Bytes soundFields(int version, int channels) {
        return new Bytes()
                .zeros(8)
                .u16(version)
                .zeros(6)
                .u16(channels)
                .u16(16)
                .zeros(4)
                .u32(44_100L << 16);
    }

    static Bytes track(String handler, Bytes entry, Bytes... tables) {
        Bytes formats = box("stsd", new Bytes().u32(0).u32(1), entry);
        for (Bytes table : tables) {
            formats.add(table);
        }
        Bytes samples = box("minf", box("stbl", formats));
        return box(
                "trak",
                box("mdia", box("hdlr", new Bytes().zeros(8).add(handler).zeros(13)), samples));
    }

    private static Bytes withOffsets(Bytes offsets) {
        return ftyp("isom")
                .add(moov(track("vide", box("avc1", new Bytes().zeros(78)), offsets)))
                .add(DATA);
    }

    private static Bytes esds(String objectType, String specific) {
        Bytes info = Bytes.hex(specific);
        Bytes config = Bytes.hex("04808080").u8(13 + (info.size() == 0 ? 0 : 2 + info.size()));
        config.add(Bytes.hex(objectType)).zeros(12);
        if (info.size() > 0) {
            config.u8(5).u8(info.size()).add(info);
        }
        return box(
                "esds",
                new Bytes()
                        .u32(0)
                        .u8(3)
                        .u8(3 + config.size())
                        .u16(1)
                        .u8(0)
                        .add(config)
                        .add(Bytes.hex("060102")));
    }
}
