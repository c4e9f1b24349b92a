// The articles of the site that the examples crawl: what was written, and what was injected behind it. All of it is invented.

/** An article as its author wrote it, and the spam that somebody put behind it. */
export interface SiteArticle {
  /** The path of its page. */
  readonly path: string;
  readonly title: string;
  readonly lang: "en" | "id" | "ms";
  /** What the author wrote, in order. */
  readonly paragraphs: readonly string[];
  /** What was injected; empty on a page that nobody has broken into. */
  readonly spam: readonly string[];
}

export const ARTICLES: readonly SiteArticle[] = [
  {
    path: "/kabar/pelelangan-ikan-tanjung-merbau",
    title: "Pelelangan Ikan Tanjung Merbau Pindah ke Gedung Baru",
    lang: "id",
    paragraphs: [
      "Para nelayan Tanjung Merbau mulai menjual tangkapannya di gedung pelelangan yang baru, Senin dini hari. Gedung lama di tepi muara ditutup setelah lantainya dua kali terendam rob sejak awal tahun.",
      "Kepala Dinas Perikanan, Lukman Harahap, mengatakan gedung senilai Rp8,4 miliar itu dilengkapi ruang pendingin untuk dua puluh ton ikan. Selama ini ikan yang tidak laku sebelum pukul delapan terpaksa dibawa pulang atau dijual murah kepada pembuat ikan asin.",
      "“Dulu kami berebut es dengan pedagang minuman. Sekarang tinggal dorong keranjang ke sebelah,” kata Sanusi, pemilik kapal yang sudah melaut sejak berumur lima belas tahun.",
      "Tidak semua senang. Beberapa pedagang kecil mengeluhkan jarak gedung baru yang hampir dua kilometer dari pasar, sementara angkutan umum ke sana hanya lewat sampai pukul enam sore.",
      "Dinas Perhubungan berjanji menambah dua kendaraan pada rute itu mulai bulan depan. Retribusi lelang tetap dua persen dari nilai penjualan.",
    ],
    spam: [
      "Bagi anda pencinta judi slot online, NAGAMERAH88 merupakan situs slot gacor terpercaya yang menyediakan ratusan game dari provider ternama dengan tingkat kemenangan tertinggi hari ini.",
      "Dengan deposit 10 ribu tanpa potongan, setiap member baru berhak mendapatkan bonus 100% serta cashback mingguan. Tersedia juga pasaran togel Hongkong, Singapore dan Sydney dengan hadiah terbesar.",
      "Daftar sekarang juga di link alternatif NAGAMERAH88 dan raih jackpot maxwin malam ini!",
    ],
  },
  {
    path: "/kabar/kereta-perintis-lembah-suren",
    title: "Kereta Perintis Lembah Suren Kembali Beroperasi Setelah Sebelas Tahun",
    lang: "id",
    paragraphs: [
      "Peluit kereta terdengar lagi di Lembah Suren. Rangkaian dua gerbong itu berangkat dari Stasiun Karangjati pukul 05.40, Kamis, dengan 84 penumpang yang sebagian besar murid sekolah dan pedagang sayur.",
      "Jalur sepanjang 37 kilometer tersebut mati sejak jembatan di Kali Wening hanyut pada musim hujan 2013. Balai Teknik Perkeretaapian memperbaiki jembatan, mengganti bantalan kayu, dan memasang palang di sembilan perlintasan.",
      "Tarifnya Rp6.000 sekali jalan, kurang dari separuh ongkos bus. Waktu tempuh memang lebih lama sepuluh menit, tetapi kereta tidak ikut terjebak antrean truk pasir di tanjakan Suren.",
      "“Anak saya bisa berangkat setengah jam lebih siang. Itu berarti sempat sarapan,” ujar Marsinah, warga Desa Pringapus, yang mengantar kedua anaknya ke stasiun.",
      "Untuk tiga bulan pertama kereta hanya berjalan dua kali sehari. Penambahan jadwal menunggu sopir angkutan desa sepakat mengatur ulang trayek mereka sebagai pengumpan.",
    ],
    spam: [
      "Selain itu, kami juga ingin memperkenalkan RATUMAHJONG, agen slot online resmi yang miliki RTP live paling tinggi dan server luar negeri yang anti lag.",
      "Main slot mahjong ways di RATUMAHJONG sangat gampang menang karena pola gacor selalu diperbarui admin tiap hari. Proses depo dan WD hanya butuh satu menit lewat e-wallet maupun pulsa.",
    ],
  },
  {
    path: "/kabar/sanggar-tari-gang-kenanga",
    title: "Sanggar Tari di Gang Kenanga Melatih Enam Puluh Anak Tanpa Bayaran",
    lang: "id",
    paragraphs: [
      "Setiap Minggu pagi halaman rumah Ibu Wuryani berubah menjadi panggung. Enam puluh anak dari lima kampung datang membawa selendang masing-masing, sebagian dijahit dari kain bekas seragam.",
      "Wuryani, pensiunan guru sekolah dasar, membuka sanggar itu pada 2016 karena cucunya harus menempuh satu jam perjalanan untuk belajar menari. Ia tidak memungut iuran; yang mampu membawa beras atau gula untuk dimasak bersama.",
      "Musiknya masih dari rekaman, karena seperangkat gamelan terlalu mahal. Tahun lalu seorang perajin dari Desa Wirun meminjamkan dua saron dan sebuah kendang, dan sejak itu empat remaja ikut belajar menabuh.",
      "“Yang penting mereka datang lagi pekan depan,” katanya. Bulan November sanggar ini akan tampil di alun-alun bersama tiga kelompok lain.",
    ],
    spam: [],
  },
  {
    path: "/kabar/polisi-gerebek-ruko-judi-daring",
    title: "Polisi Gerebek Ruko Pengelola Situs Judi Daring, 14 Orang Ditahan",
    lang: "id",
    paragraphs: [
      "Kepolisian Resor Kota Purwasari menggerebek sebuah ruko tiga lantai di Jalan Veteran yang diduga menjadi kantor pengelola situs judi daring, Rabu malam. Empat belas orang ditahan, dua di antaranya warga negara asing.",
      "Kepala Satuan Reserse Kriminal, Ajun Komisaris Dimas Prabowo, mengatakan para tersangka bertugas melayani pemain melalui aplikasi percakapan dan mencari korban baru lewat pesan berantai. Polisi menyita 31 telepon genggam, sembilan komputer, dan buku rekening atas nama orang lain.",
      "Penyelidikan berawal dari laporan seorang ibu yang uang tabungannya habis dipakai anaknya bermain slot. Dari nomor rekening penerima, penyidik menemukan perputaran dana Rp17 miliar dalam empat bulan.",
      "“Tidak ada pemain yang menang. Angkanya diatur oleh pengelola,” kata Dimas. Para tersangka dijerat dengan undang-undang informasi dan transaksi elektronik serta pasal perjudian dengan ancaman paling lama sepuluh tahun penjara.",
      "Ketua rukun tetangga setempat mengaku tidak curiga. Penyewa ruko itu memperkenalkan diri sebagai perusahaan pemasaran dan selalu membayar iuran keamanan tepat waktu.",
    ],
    spam: [],
  },
  {
    path: "/berita/tuaian-padi-parit-jawa",
    title: "Pesawah Parit Jawa Menuai Lebih Awal Elak Hujan Monsun",
    lang: "ms",
    paragraphs: [
      "Kira-kira 400 pesawah di Parit Jawa memulakan tuaian dua minggu lebih awal tahun ini selepas Jabatan Meteorologi mengeluarkan amaran hujan lebat menjelang pertengahan November.",
      "Pengerusi Pertubuhan Peladang Kawasan, Hashim Mat Saad, berkata hasil dijangka turun sedikit kepada 6.2 tan sehektar kerana sebahagian padi belum masak sepenuhnya, namun risiko padi rebah akibat banjir jauh lebih merugikan.",
      "Katanya, sebelas jentera tuai disewa dari daerah jiran supaya kerja dapat disiapkan dalam tempoh sepuluh hari. Upah jentera meningkat RM20 sehektar berbanding musim lalu.",
      "“Tahun sudah kami tunggu, akhirnya air naik sampai ke lutut. Kali ini biar cepat sedikit asalkan ada hasil,” kata Rosnah Dollah, yang mengusahakan tiga hektar bersama dua anaknya.",
      "Kilang beras di Sungai Lebam pula akan beroperasi sehingga tengah malam sepanjang tempoh tuaian bagi mengelakkan lori beratur panjang di jalan kampung.",
    ],
    spam: [
      "MEGASULTAN918 ialah kasino online paling dipercayai di Malaysia. Daftar sekarang dan dapatkan kredit percuma RM50 tanpa deposit untuk bermain slot kegemaran anda.",
      "Nikmati permainan live casino, taruhan bola sepak dan 4D toto dengan pembayaran tertinggi. Pengeluaran wang diproses dalam masa beberapa minit sahaja melalui bank tempatan dan e-wallet.",
      "Jangan lepaskan peluang menang jackpot bersama MEGASULTAN918 hari ini!",
    ],
  },
  {
    path: "/news/clockmakers-museum-reopens",
    title: "Clockmakers' Museum Reopens With a Pendulum That Fills the Stairwell",
    lang: "en",
    paragraphs: [
      "The Clockmakers' Museum in Ellersby reopened on Saturday after a two-year restoration, with a queue that reached the bus station before the doors were unlocked.",
      "Visitors now enter through the old foundry yard, where a thirty-foot pendulum swings the height of the new stairwell. It was cast from the metal of four church bells that had cracked beyond repair.",
      "Curator Agnes Holloway said the collection had been rearranged by the trades that made it: brass founders on the ground floor, dial painters on the first, and a bench under the roof where two apprentices mend watches in front of the public.",
      "Half of the £2.3 million came from the county, the rest from a bequest by the widow of the last works manager. Entry remains free for residents, who need to show a council tax bill or a library card.",
      "The museum is open from Wednesday to Sunday. The café, whose scones were missed more than any of the clocks, has kept its old prices until Christmas.",
    ],
    spam: [
      "Looking for the best online casino? LUCKYTIGER777 offers hundreds of slot games, live dealer tables and sports betting with the highest payouts and a 200% welcome bonus for new players.",
      "Deposits are instant and withdrawals take only a few minutes. Sign up at LUCKYTIGER777 today, claim your free spins and start winning real money jackpots.",
    ],
  },
];
